// Input designed to cost time or memory, or to exploit JavaScript: rejected quickly, with a response of
// normal size.
import t from "tap";
import { processorTime } from "../support/processor-time.ts";
import { call, startTestServer } from "../support/test-server.ts";

t.test("a body designed to be costly is rejected quickly", async (t) => {
  const server = await startTestServer(t);
  const size = 2 ** 21 - 10;
  const table = [
    { title: "depth", body: "[".repeat(size) },
    { title: "a million objects", body: `{"senders":[${"{},".repeat(size / 3 - 10)}{}]}` },
    {
      title: "a million keys",
      body: `{${Array.from({ length: 150_000 }, (_, index) => `"k${index}":1`).join(",")}}`,
    },
    { title: "one key many times", body: `{${'"a":1,'.repeat(size / 6 - 2)}"a":1}` },
    { title: "a giant key", body: `{"${"k".repeat(size - 10)}":1}` },
    { title: "giant tags", body: `{"tags":{"${"k".repeat(size / 2)}":"${"{{".repeat(size / 4 - 20)}"}}` },
    { title: "escapes", body: `{"name":"${"\\u0000".repeat(size / 6 - 10)}"}` },
  ];
  for (const { title, body } of table) {
    const startedAt = processorTime();
    const response = await call(server, { method: "POST", path: "/SenderPools", body });
    t.equal(response.status, 400, title);
    t.ok(processorTime() - startedAt < 2000, title);
    t.ok(response.text.length < 500_000, `${title}: ${response.text.length} bytes of answer`);
  }
});

t.test("a query designed to be costly is rejected quickly", async (t) => {
  const server = await startTestServer(t);
  for (const query of [
    "&".repeat(8000),
    "pageSize=1&".repeat(700),
    "%41".repeat(2600),
    "a=&".repeat(2000),
    "pageSize=%zz",
    "pageSize=%00",
  ]) {
    const response = await call(server, { path: `/Senders?${query}` });
    t.ok([200, 400].includes(response.status), query.slice(0, 20));
  }
});

t.test("keys such as __proto__ are tags like any other", async (t) => {
  const server = await startTestServer(t);
  const tags = '{"__proto__":"a","constructor":"b","toString":"c","hasOwnProperty":"d"}';
  t.equal(
    (await call(server, { method: "POST", path: "/SenderPools", body: `{"tags":${tags}}` })).status,
    202,
  );
  t.match((await call(server, { path: "/SenderPools" })).text, `"tags":${tags}`);
  t.match(await call(server, { method: "POST", path: "/SenderPools", body: '{"__proto__":{}}' }), {
    status: 400,
    body: { errors: [{ pointer: "/__proto__", detail: "must NOT have additional properties" }] },
  });
});
