// Properties of all responses: HEAD equals GET without content, and no cache may store them.
import t from "tap";
import { beyondDocument, call, startTestServer } from "../support/test-server.ts";

const unknownId = "comms_senderpool_0aaaaaaaaaaaaaaaaaaaaaaaaa";

t.test("the response to HEAD equals that to GET, without the content", async (t) => {
  const server = await startTestServer(t);
  const paths = [
    "/SenderPools",
    "/Senders?pageSize=2",
    `/SenderPools/${unknownId}`,
    "/Senders/x",
    "/Senders?x=1",
  ];
  for (const path of paths) {
    const get = await call(server, { path });
    const head = await call(server, { method: "HEAD", path });
    const { "content-length": length, ...fields } = get.headers;
    delete fields.date;
    delete fields["request-id"];
    t.equal(head.status, get.status, path);
    t.match(head.headers, fields, path);
    t.equal(head.text, "");
    // The instance of a problem document names the request, and the length of request ids varies.
    if (get.status === 200) t.equal(head.headers["content-length"], length, path);
  }
  t.equal((await call(server, { method: "HEAD", path: "/Senders", as: "" })).status, 401);
});

t.test("no response to a request with credentials may be stored by a cache", beyondDocument, async (t) => {
  const server = await startTestServer(t, ["--control"]);
  for (const given of [
    { path: "/Senders" },
    { method: "POST", path: "/SenderPools", body: {} },
    { path: `/SenderPools/${unknownId}` },
    { path: "/Senders", as: "" },
    { path: "/../_control" },
  ]) {
    t.equal((await call(server, given)).headers["cache-control"], "no-store", JSON.stringify(given));
  }
});
