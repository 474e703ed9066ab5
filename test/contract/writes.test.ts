// The effects of writes according to the contract: 202 responses, conditions, and retries.
import t from "tap";
import { seededSenders } from "../../server/seed.ts";
import type { RunningServer } from "../../server/start-server.ts";
import { beyondDocument, type Responded, call, startTestServer } from "../support/test-server.ts";

const [first, second] = seededSenders;
const stranger = "comms_sender_0aaaaaaaaaaaaaaaaaaaaaaaaa";
const references = (...ids: string[]): { senderId: string }[] => ids.map((senderId) => ({ senderId }));

interface Pool {
  id: string;
  name: string;
  tags: Record<string, string>;
  createdAt: string;
  updatedAt: string;
}

/** Creates a pool and returns it, with the 202 that created it. */
async function create(
  server: RunningServer,
  body: unknown = {},
): Promise<{ pool: Pool; accepted: Responded }> {
  const accepted = await call(server, { method: "POST", path: "/SenderPools", body });
  const { operationId } = accepted.body as { operationId: string };
  const page = (await call(server, { path: `/SenderPools?operationId=${operationId}` })).body as {
    senderPools: Pool[];
  };
  return { pool: page.senderPools[0]!, accepted };
}

/** Fetches the location of a response. */
function follow(server: RunningServer, location: unknown): Promise<Responded> {
  return call(server, { path: String(location).slice(`${server.url}/v1`.length) });
}

t.test("the locations of a create's 202 can be fetched", async (t) => {
  const server = await startTestServer(t);
  const { pool, accepted } = await create(server, {
    senders: references(first!.id, first!.id, stranger),
    tags: { "a b": "{{ x }}" },
  });
  const { operationId, operationLocation } = accepted.body as {
    operationId: string;
    operationLocation: string;
  };
  t.match(accepted.headers, {
    location: operationLocation,
    "operation-id": operationId,
    "operation-location": operationLocation,
  });
  t.match(await follow(server, operationLocation), {
    status: 200,
    body: { id: operationId, status: "COMPLETED", stats: { total: 3, queued: 0, created: 2, failed: 1 } },
  });
  t.match(pool, { name: "", tags: { "a b": "{{ x }}" } });
  t.match((await call(server, { path: `/SenderPools/${pool.id}/Senders` })).body, {
    senders: [{ id: first!.id }],
  });
});

t.test(
  "a create without senders is complete at once; one with senders advances at the worker's pace",
  async (t) => {
    const server = await startTestServer(t, ["--pace", "manual"]);
    const empty = await create(server);
    t.match((await follow(server, empty.accepted.headers.location)).body, {
      status: "COMPLETED",
      stats: { total: 0 },
    });
    const filled = await create(server, { senders: references(first!.id) });
    t.match((await follow(server, filled.accepted.headers.location)).body, {
      status: "PROCESSING",
      stats: { total: 1, queued: 1 },
    });
    t.equal(await server.worker.step(), 1);
    t.match((await follow(server, filled.accepted.headers.location)).body, {
      status: "COMPLETED",
      stats: { created: 1 },
    });
  },
);

t.test("deleting a pool cancels the operations that fill it; everything else stays readable", async (t) => {
  const server = await startTestServer(t, ["--pace", "manual"]);
  const { pool, accepted } = await create(server, { senders: references(first!.id, second!.id) });
  const gone = await call(server, { method: "DELETE", path: `/SenderPools/${pool.id}` });
  t.match(gone, { status: 202, body: { resourceId: pool.id }, headers: { "resource-id": pool.id } });
  t.equal((await follow(server, gone.headers.location)).status, 404, "the location of what was deleted");
  t.match((await follow(server, accepted.headers.location)).body, {
    status: "CANCELED",
    stats: { total: 2, queued: 0, failed: 2 },
  });
  t.equal((await call(server, { path: `/Senders/${first!.id}` })).status, 200);
});

t.test("an update that changes nothing leaves the time of the last one", beyondDocument, async (t) => {
  const server = await startTestServer(t);
  const { pool } = await create(server, { name: "a" });
  const path = `/SenderPools/${pool.id}`;
  const accepted = await call(server, { method: "PATCH", path, body: {} });
  t.match(await follow(server, accepted.headers["resource-location"]), {
    body: { updatedAt: pool.updatedAt },
  });
});

t.test("an update changes only the properties in its body", async (t) => {
  const server = await startTestServer(t);
  const { pool } = await create(server, { name: "a", tags: { k: "v" } });
  const path = `/SenderPools/${pool.id}`;
  const table: { given: unknown; want: Partial<Pool> }[] = [
    { given: {}, want: { name: "a", tags: { k: "v" } } },
    { given: { name: "b" }, want: { name: "b", tags: { k: "v" } } },
    { given: { tags: { other: "w" } }, want: { name: "b", tags: { other: "w" } } },
    { given: { tags: {} }, want: { name: "b", tags: {} } },
    { given: { name: "" }, want: { name: "", tags: {} } },
  ];
  for (const { given, want } of table) {
    const accepted = await call(server, { method: "PATCH", path, body: given });
    t.match(accepted, {
      status: 202,
      body: { resourceId: pool.id },
      headers: { "resource-id": pool.id, location: `${server.url}/v1${path}` },
    });
    t.match((await follow(server, accepted.headers["resource-location"])).body, {
      ...want,
      createdAt: pool.createdAt,
    });
  }
  for (const body of [{ name: null }, { tags: null }, null, [], { id: "x" }]) {
    t.equal((await call(server, { method: "PATCH", path, body })).status, 400, JSON.stringify(body));
  }
});

t.test("a write with If-Match is applied only to the version that it names", async (t) => {
  const server = await startTestServer(t);
  const { pool } = await create(server);
  const path = `/SenderPools/${pool.id}`;
  const etag = async (): Promise<string> => String((await call(server, { path })).headers.etag);
  const patch = async (name: string, condition: string): Promise<number> =>
    (await call(server, { method: "PATCH", path, body: { name }, headers: { "if-match": condition } }))
      .status;
  const stale = await etag();
  t.equal(await patch("a", stale), 202);
  const fresh = await etag();
  t.not(fresh, stale);
  const table = [
    { given: stale, want: 412 },
    { given: `W/${fresh}`, want: 412 },
    { given: `${stale}, ${fresh}`, want: 202 },
    { given: "*", want: 202 },
    { given: '""', want: 412 },
    { given: "unquoted", want: 400 },
  ];
  for (const [index, { given, want }] of table.entries())
    t.equal(await patch(`n${index}`, given.replace(fresh, await etag())), want, given);
  t.equal((await call(server, { method: "DELETE", path, headers: { "if-match": stale } })).status, 412);
  t.equal(
    (await call(server, { method: "DELETE", path, headers: { "if-match": await etag() } })).status,
    202,
  );
});

t.test("a member is removed once; a sender that is not a member is a 404", async (t) => {
  const server = await startTestServer(t);
  const { pool } = await create(server, { senders: references(first!.id) });
  const path = `/SenderPools/${pool.id}/Senders/${first!.id}`;
  t.match(await call(server, { method: "DELETE", path }), { status: 202, body: { resourceId: pool.id } });
  t.match(await call(server, { method: "DELETE", path }), { status: 404, body: { code: 20404 } });
  t.match((await call(server, { path: `/SenderPools/${pool.id}/Senders` })).body, { senders: { length: 0 } });
});

t.test("a retried write with the same key gets the first response", async (t) => {
  const server = await startTestServer(t);
  const send = (body: unknown, key: string): Promise<Responded> =>
    call(server, { method: "POST", path: "/SenderPools", body, headers: { "idempotency-key": key } });
  const done = await send({ name: "a", tags: { x: "1", y: "2" } }, "key 1");
  const again = await send('{ "tags": {"y":"2","x":"1"}, "name": "\\u0061" }', '"key 1"');
  t.same(again.body, done.body, "bare or quoted, the key is the same, and so is JSON that means the same");
  t.equal(again.headers.location, done.headers.location);
  t.match(await send({ name: "b" }, "key 1"), { status: 422, body: { code: 20422 } });
  t.equal((await send({ name: "b" }, "key 2")).status, 202);
  t.match((await call(server, { path: "/SenderPools" })).body, { senderPools: { length: 2 } });
  const { pool } = await create(server, { senders: references(first!.id) });
  const path = `/SenderPools/${pool.id}`;
  for (const key of ["k", "k"])
    t.equal(
      (await call(server, { method: "DELETE", path, headers: { "idempotency-key": key } })).status,
      202,
    );
  t.equal((await call(server, { method: "DELETE", path })).status, 404);
});

t.test("an error is not kept: its idempotency key may be used again", async (t) => {
  const server = await startTestServer(t);
  const headers = { "idempotency-key": "k" };
  const path = "/SenderPools/comms_senderpool_0aaaaaaaaaaaaaaaaaaaaaaaaa";
  t.equal((await call(server, { method: "PATCH", path, body: {}, headers })).status, 404);
  t.equal((await call(server, { method: "PATCH", path, body: { name: "other" }, headers })).status, 404);
});

t.test("an idempotency key that is malformed, empty or too long is rejected", async (t) => {
  const server = await startTestServer(t);
  const table = [
    { given: "a", want: 202 },
    { given: "k".repeat(255), want: 202 },
    { given: `"${"k".repeat(255)}"`, want: 202 },
    { given: String.raw`"a \"quoted\" \\ key"`, want: 202 },
    { given: "k".repeat(256), want: 400 },
    { given: `"${"k".repeat(256)}"`, want: 400 },
    { given: '""', want: 400 },
    { given: '"open', want: 400 },
    { given: "caf\u00e9", want: 400 },
  ];
  for (const { given, want } of table) {
    const response = await call(server, {
      method: "POST",
      path: "/SenderPools",
      body: {},
      headers: { "idempotency-key": given },
    });
    t.equal(response.status, want, given.slice(0, 20));
  }
});
