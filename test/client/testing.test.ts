// The test fetch responds as the server does: one scenario, run by the real client against both, has the same
// results.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import t from "tap";
import { type ClientOptions, TwilioClient } from "../../generated/index.ts";
import { createTestFetch } from "../../client/testing.ts";
import document from "../../generated/openapi.json" with { type: "json" };
import { operations } from "../../generated/operations.ts";
import { createFormats } from "../../generated/formats.ts";
import { createValidators } from "../../generated/validators.js";
import { demoAccount } from "../../server/accounts/accounts.ts";
import { startTestServer } from "../support/test-server.ts";
import { story } from "./story.ts";

const [senderId = ""] = document.components.schemas.SenderId.examples;
const [poolId = ""] = document.components.schemas.SenderPoolId.examples;

const options = (more: ClientOptions): ClientOptions => ({ ...demoAccount, ...more });

t.test("the test fetch has the same results as the server", async (t) => {
  const server = await startTestServer(t);
  const want = await story(new TwilioClient(options({ baseUrl: `${server.url}/v1` })));
  const found = await story(new TwilioClient(options({ fetch: createTestFetch() })));
  for (const [event, seen] of Object.entries(want)) t.same(found[event], seen, event);
  t.same(Object.keys(found), Object.keys(want));
});

t.test("the test fetch's responses conform to the contract", async (t) => {
  const testFetch = createTestFetch();
  const { responses } = createValidators(createFormats());
  let answers = 0;
  const checked: typeof testFetch = Object.assign(
    async (input: string | URL | Request, init?: RequestInit) => {
      const response = await testFetch(input, init);
      const call = testFetch.calls.at(-1);
      const operationId = Object.keys(operations).find(
        (id) => id === call?.operationId,
      ) as keyof typeof operations;
      const body: unknown = await response.clone().json();
      const type = response.headers.get("Content-Type") ?? "";
      const validate = responses[operationId][response.status]?.body?.[type];
      t.ok(validate?.(body), `${operationId} ${response.status} ${JSON.stringify(validate?.errors)}`);
      answers += 1;
      return response;
    },
    testFetch,
  );
  await story(new TwilioClient(options({ fetch: checked })));
  t.ok(answers > 40);
});

t.test("the test fetch reports work in progress for the configured number of polls", async (t) => {
  for (const { looks, want } of [
    { looks: 0, want: ["COMPLETED"] },
    { looks: 1, want: ["PROCESSING", "COMPLETED"] },
    { looks: 2, want: ["PROCESSING", "PROCESSING", "COMPLETED"] },
  ]) {
    const client = new TwilioClient(options({ fetch: createTestFetch({ looks }) }));
    const seen: string[] = [];
    const accepted = await client.senderPools.create({ senders: [{ senderId }] });
    await accepted.wait({ onProgress: ({ status }) => void seen.push(status) });
    t.same(seen, want);
  }
});

t.test("the test fetch cancels work on a deleted resource, and finishes work on request", async (t) => {
  const testFetch = createTestFetch({ looks: 100 });
  const { senderPools } = new TwilioClient(options({ fetch: testFetch }));
  const [first, second] = [
    await senderPools.create({ senders: [{ senderId }] }),
    await senderPools.create({ senders: [{ senderId }] }),
  ];
  const [pool] = (await senderPools.list({ operationId: first.operationId })).items;
  await senderPools.delete(pool?.id ?? "");
  t.match(await senderPools.fetchOperation(first.operationId), { status: "CANCELED", stats: { failed: 1 } });
  t.match(await senderPools.fetchOperation(second.operationId), {
    status: "PROCESSING",
    stats: { queued: 1 },
  });
  testFetch.finishWork();
  t.match(await senderPools.fetchOperation(second.operationId), {
    status: "COMPLETED",
    stats: { created: 1 },
  });
});

t.test("the test fetch responds with every declared error on demand", async (t) => {
  for (const { operationId, responses } of Object.values(operations)) {
    for (const status of Object.keys(responses).map(Number)) {
      if (status < 400) continue;
      const testFetch = createTestFetch();
      // All statuses in the loop are declared, which the compiler cannot determine.
      testFetch.respondOnce(operationId, status as never);
      const url = `https://api.example.com/v1${operations[operationId].path.replace(/\{[^}]+\}/g, "x")}`;
      const response = await testFetch(url, { method: operations[operationId].method });
      t.equal(response.status, status, operationId);
      t.match(await response.json(), { status });
    }
  }
});

t.test("the test fetch responds once as planned, and records requests", async (t) => {
  const testFetch = createTestFetch();
  const client = new TwilioClient(options({ fetch: testFetch, backoff: { first: 1, longest: 1 } }));
  testFetch.respondOnce("createSenderPool", 503, { headers: { "Retry-After": "0" } });
  testFetch.failOnce("createSenderPool");
  await client.senderPools.create({ name: "n" });
  const calls = testFetch.callsOf("createSenderPool");
  t.same(
    calls.map(({ status }) => status),
    [503, undefined, 202],
  );
  t.same(new Set(calls.map(({ headers }) => headers.get("Idempotency-Key"))).size, 1);
  t.match(calls[0], { method: "POST", body: { name: "n" }, path: {}, query: {} });
  await client.senderPools.list({ pageSize: 2 });
  t.match(testFetch.calls.at(-1), { operationId: "listSenderPools", query: { pageSize: 2 } });
  t.throws(() => {
    // @ts-expect-error: not declared
    testFetch.respondOnce("createSenderPool", 404);
  }, TypeError);
  testFetch.reset();
  t.equal(testFetch.calls.length, 0);
  t.equal((await client.senderPools.list()).items.length, 0);
});

t.test("the test fetch waits for the configured delay, and ends with the signal", async (t) => {
  const testFetch = createTestFetch({ delay: 20 });
  const client = new TwilioClient(options({ fetch: testFetch }));
  const start = performance.now();
  await client.senders.list();
  t.ok(performance.now() - start >= 19);
  await t.rejects(client.senders.list({}, { timeout: 5 }), { name: "TimeoutError" });
  await t.rejects(testFetch("https://h/v1/Senders", { signal: AbortSignal.abort(new Error("enough")) }), {
    message: "enough",
  });
});

t.test("the test fetch has the resources that a test adds", async (t) => {
  const testFetch = createTestFetch();
  const { senders, senderPools } = new TwilioClient(options({ fetch: testFetch }));
  const { id } = testFetch.add("fetchSender", { address: "+15005550009", channel: "SMS" });
  t.match(await senders.fetch(String(id)), { address: "+15005550009", tags: {} });
  testFetch.add("fetchSenderPool", { id: poolId, name: "given" });
  t.equal((await senderPools.fetch(poolId)).name, "given");
});

t.test("the test fetch rejects unknown operations, missing credentials and other media types", async (t) => {
  const testFetch = createTestFetch();
  const root = "https://comms.example.com/v1";
  const headers = { Authorization: `Basic ${btoa("user:password")}` };
  const cases = [
    { path: "/nowhere", init: { headers }, want: 404 },
    { path: "/Senders", init: { headers, method: "PUT" }, want: 405 },
    { path: "/Senders", init: {}, want: 401 },
    { path: "/Senders", init: { headers: { Authorization: "Basic x" } }, want: 401 },
    { path: "/SenderPools", init: { headers, method: "POST", body: "text" }, want: 415 },
    {
      path: "/SenderPools",
      init: { headers: { ...headers, "Content-Type": "application/json" }, method: "POST", body: "{" },
      want: 400,
    },
  ];
  for (const { path, init, want } of cases) {
    const response = await testFetch(root + path, init);
    t.equal(response.status, want, path);
    t.equal(response.headers.get("Content-Type"), "application/problem+json");
  }
  t.equal((await testFetch(`${root}/Senders`, { headers, method: "PUT" })).headers.get("Allow"), "GET, HEAD");
});

t.test("the test fetch's error names an undeclared operation", (t) => {
  const testFetch = createTestFetch();
  for (const name of ["fetchSendr", "constructor"]) {
    const id = name as "fetchSender";
    const want = new TypeError(`The document has no operation "${name}"`);
    t.throws(() => testFetch.callsOf(id), want);
    t.throws(() => testFetch.respondOnce(id, 404), want);
    t.throws(() => testFetch.failOnce(id), want);
    t.throws(() => testFetch.add(id), new TypeError(`${name} fetches nothing by its id`));
  }
  t.end();
});

t.test("the test fetch reads JSON and responds to HEAD as servers do", async (t) => {
  const testFetch = createTestFetch();
  const root = "https://comms.example.com/v1";
  const headers = { Authorization: `Basic ${btoa("user:password")}`, "Content-Type": "application/json" };
  const body = '{"name":"a","name":"b","tags":{"t":"\\ud800"}}';
  const refused = await testFetch(`${root}/SenderPools`, { headers, method: "POST", body });
  t.equal(refused.status, 400);
  t.match(await refused.json(), {
    errors: [
      { in: "body", pointer: "/name", detail: "must NOT be given twice in one object" },
      { in: "body", pointer: "/tags/t", detail: "must NOT contain a lone surrogate" },
    ],
  });
  const head = await testFetch(`${root}/Senders`, { headers, method: "HEAD" });
  t.same([head.status, await head.text()], [200, ""]);
  t.equal(head.headers.get("Content-Type"), "application/json");
});

t.test("the test fetch runs where eval is forbidden, and without Node", async (t) => {
  const outfile = join(t.testdir({}), "testing.mjs");
  await build({
    stdin: {
      contents: `
        import { TwilioClient } from "./generated/index.ts";
        import { createTestFetch } from "./client/testing.ts";
        const testFetch = createTestFetch();
        const client = new TwilioClient({ accountId: "AC1", authToken: "secret", fetch: testFetch });
        const accepted = await client.senderPools.create({ name: "Sales" });
        await accepted.wait();
        console.log(testFetch.callsOf("createSenderPool").length);
      `,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    outfile,
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--disallow-code-generation-from-strings", outfile],
    {
      encoding: "utf8",
    },
  );
  t.equal(stderr, "");
  t.equal(stdout, "1\n");
});
