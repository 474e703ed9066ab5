// Lists: their order, their filters, and pages without gaps or duplicates despite concurrent writes.
import t from "tap";
import { seededSenders } from "../../server/seed.ts";
import type { RunningServer } from "../../server/start-server.ts";
import { beyondDocument, call, startTestServer } from "../support/test-server.ts";

interface Page {
  senderPools: { id: string; name: string; createdAt: string }[];
  senders: { id: string; channel: string; status: string }[];
  operations: { id: string; status: string }[];
  pagination: { next: string | null; self: string };
}

async function get(server: RunningServer, path: string): Promise<Page> {
  const response = await call(server, { path });
  if (response.status !== 200) throw new Error(`${path}: ${response.text}`);
  return response.body;
}

async function create(server: RunningServer, name: string): Promise<void> {
  await call(server, { method: "POST", path: "/SenderPools", body: { name } });
}

async function problems(server: RunningServer, path: string): Promise<unknown> {
  const { body } = await call(server, { path });
  return (body as { errors?: unknown }).errors;
}

t.test("pools are listed oldest first, and date filters are exclusive at both ends", async (t) => {
  const server = await startTestServer(t);
  for (const name of ["a", "b", "c"]) {
    await create(server, name);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { senderPools } = await get(server, "/SenderPools");
  t.same(
    senderPools.map(({ name }) => name),
    ["a", "b", "c"],
  );
  const [a, b, c] = senderPools.map(({ createdAt }) => createdAt);
  const table = [
    { given: `startDate=${a}`, want: ["b", "c"] },
    { given: `endDate=${c}`, want: ["a", "b"] },
    { given: `startDate=${a}&endDate=${c}`, want: ["b"] },
    { given: `startDate=${b}&endDate=${b}`, want: [] },
    { given: `startDate=${c}&endDate=${a}`, want: [] },
    { given: `startDate=${b?.replace("Z", "1Z")}`, want: ["c"] },
    { given: `endDate=${b?.replace("Z", "1Z")}`, want: ["a", "b"] },
    { given: `startDate=${b?.replace("Z", "%2B00:00")}`, want: ["c"] },
    { given: "operationId=comms_operation_0aaaaaaaaaaaaaaaaaaaaaaaaa", want: [] },
  ];
  for (const { given, want } of table) {
    t.same(
      (await get(server, `/SenderPools?${given}`)).senderPools.map(({ name }) => name),
      want,
      given,
    );
  }
});

t.test("senders are filtered by channel and status, and operations by status", async (t) => {
  const server = await startTestServer(t);
  t.same(
    (await get(server, "/Senders")).senders.map(({ id }) => id),
    seededSenders.map(({ id }) => id),
  );
  t.match((await get(server, "/Senders?channel=EMAIL")).senders, [{ channel: "EMAIL" }]);
  t.match((await get(server, "/Senders?status=DEACTIVATED&channel=SMS")).senders, { length: 1 });
  t.same(await problems(server, "/Senders?channel=FAX"), [
    { in: "query", name: "channel", detail: "must be equal to one of the allowed values" },
  ]);
  await create(server, "a");
  t.match((await get(server, "/SenderPools/Operations?status=COMPLETED")).operations, { length: 1 });
  t.match((await get(server, "/SenderPools/Operations?status=CANCELED")).operations, { length: 0 });
});

t.test("repeated and unknown query parameters are rejected", async (t) => {
  const server = await startTestServer(t);
  t.match(await problems(server, "/Senders?channel=SMS&channel=SMS"), [{ in: "query", name: "channel" }]);
  t.match(await problems(server, "/Senders?Channel=SMS&__proto__=1"), [
    { in: "query", name: "Channel" },
    { in: "query", name: "__proto__" },
  ]);
});

t.test("a paged list has every pool that existed at its start, and no duplicates", async (t) => {
  const server = await startTestServer(t);
  for (let count = 0; count < 25; count++) await create(server, `p${count}`);
  const start = (await get(server, "/SenderPools?pageSize=1000")).senderPools.map(({ id }) => id);
  const seen: string[] = [];
  const deleted: string[] = [];
  let path = "/SenderPools?pageSize=4";
  for (let pages = 0; pages < 50; pages++) {
    const page = await get(server, path);
    seen.push(...page.senderPools.map(({ id }) => id));
    await create(server, `while walking ${pages}`);
    const victim = start.filter((id) => !deleted.includes(id))[pages % 3 === 0 ? 0 : 10];
    if (victim !== undefined && pages < 6) {
      await call(server, { method: "DELETE", path: `/SenderPools/${victim}` });
      deleted.push(victim);
    }
    if (page.pagination.next === null || seen.length > 60) break;
    path = `/SenderPools?pageSize=${4 + (pages % 3)}&pageToken=${page.pagination.next}`;
  }
  t.equal(new Set(seen).size, seen.length, "none twice");
  for (const id of start) t.ok(seen.includes(id) || deleted.includes(id), id);
});

t.test("the links self and next return the same and the next page, with opaque tokens", async (t) => {
  const server = await startTestServer(t);
  const first = await get(server, "/Senders?pageSize=2");
  const second = await get(server, `/Senders?pageSize=2&pageToken=${first.pagination.next}`);
  t.same(await get(server, `/Senders?pageSize=2&pageToken=${first.pagination.self}`), first);
  t.same(await get(server, `/Senders?pageSize=2&pageToken=${second.pagination.self}`), second);
  const all = await get(server, "/Senders");
  t.same([...first.senders, ...second.senders], all.senders.slice(0, 4));
  t.equal(all.pagination.next, null);
});

t.test("a page token carries its filters, and is valid only for its list", beyondDocument, async (t) => {
  const server = await startTestServer(t);
  await create(server, "a");
  const id = (await get(server, "/SenderPools")).senderPools[0]!.id;
  const { pagination } = await get(server, "/Senders?channel=SMS&pageSize=1");
  const token = String(pagination.next);
  t.match((await get(server, `/Senders?pageToken=${token}`)).senders, [{ channel: "SMS" }]);
  t.match((await get(server, `/Senders?channel=SMS&pageToken=${token}`)).senders, [{ channel: "SMS" }]);
  const rejected = [
    {
      path: `/Senders?channel=RCS&pageToken=${token}`,
      detail: "must be used with the channel it was made with",
    },
    {
      path: `/Senders?status=ACTIVATED&pageToken=${token}`,
      detail: "must be used with the status it was made with",
    },
    {
      path: `/SenderPools/${id}/Senders?pageToken=${token}`,
      detail: "must be a token from a page of this list",
    },
    { path: `/SenderPools?pageToken=${token}`, detail: "must be a token from a page of this list" },
    { path: "/Senders?pageToken=pageToken", detail: "must be a token from a page of this list" },
    { path: `/Senders?pageToken=${token}=`, detail: "must be a token from a page of this list" },
    { path: `/Senders?pageToken=${token.slice(0, -1)}`, detail: "must be a token from a page of this list" },
  ];
  for (const { path, detail } of rejected)
    t.same(await problems(server, path), [{ in: "query", name: "pageToken", detail }], path);
  t.match(await problems(server, `/Senders?pageToken=${"a".repeat(1025)}`), [
    { detail: "must NOT have more than 1024 characters" },
  ]);
  t.match(await problems(server, "/Senders?pageToken="), [
    { detail: "must NOT have fewer than 1 characters" },
  ]);
});
