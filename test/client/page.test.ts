// Lists: as a page, by page, by item.
import t from "tap";
import { connectTo } from "../../client/connect.ts";

import { json, observedClient } from "./observed-fetch.ts";

const api = { client: "Api", userAgent: "api/1.0.0", requestIdHeader: "Request-Id", credentials: [] };

const at = "2023-09-05T22:32:05.651Z";
const pages = [
  {
    senderPools: [{ id: "1", createdAt: at }, { id: "2" }],
    pagination: { next: "two", self: "one" },
    extra: true,
  },
  { senderPools: [], pagination: { next: "three", self: "two" } },
  { senderPools: [{ id: "3" }], pagination: { next: null, self: "three" } },
];

function walked(): ReturnType<typeof observedClient> {
  return observedClient(pages.map((page) => () => json(page)));
}

t.test("a list sends nothing before it is awaited or iterated", async (t) => {
  const { client, requests } = walked();
  const list = client.senderPools.list();
  await new Promise((resolve) => setTimeout(resolve, 5));
  t.equal(requests.length, 0);
  await list;
  await list;
  t.equal(requests.length, 1);
});

t.test("iterating over items visits all pages, even empty ones, with the initial query", async (t) => {
  const { client, requests } = walked();
  const ids: string[] = [];
  for await (const pool of client.senderPools.list({ pageSize: 2, startDate: new Date(at) }))
    ids.push(pool.id);
  t.same(ids, ["1", "2", "3"]);
  t.same(
    requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams)),
    [
      { pageSize: "2", startDate: at },
      { pageSize: "2", startDate: at, pageToken: "two" },
      { pageSize: "2", startDate: at, pageToken: "three" },
    ],
  );
});

t.test("a list fetches no page in advance", async (t) => {
  const { client, requests } = walked();
  for await (const pool of client.senderPools.list()) if (pool.id === "2") break;
  t.equal(requests.length, 1);
});

t.test("a page has the response's properties and access to the next one, and is immutable", async (t) => {
  const { client } = walked();
  const first = await client.senderPools.list();
  t.strictSame(
    { ...first },
    { ...pages[0], senderPools: [{ id: "1", createdAt: new Date(at) }, { id: "2" }] },
  );
  t.equal(JSON.stringify(first), JSON.stringify(pages[0]));
  t.same(first.following, { path: [], body: undefined, query: { pageToken: "two" } });
  t.equal(first.items, first.senderPools);
  t.throws(() => Reflect.apply(Array.prototype.push, first.items, [{}]), TypeError);
  t.equal(Reflect.set(first, "pagination", null), false);
  const second = await first.next();
  const third = await second?.next();
  t.same([first.hasNext, second?.hasNext, third?.hasNext], [true, true, false]);
  t.same(third?.items, [{ id: "3" }]);
  t.equal(await third?.next(), undefined);
});

t.test("a list continues from a page, or from a stored token", async (t) => {
  const { client, requests } = walked();
  const sizes: number[] = [];
  for await (const page of client.senderPools.list().pages()) sizes.push(page.items.length);
  t.same(sizes, [2, 0, 1]);
  const again = walked();
  const first = await again.client.senderPools.list();
  const ids: string[] = [];
  for await (const pool of first) ids.push(pool.id);
  t.same(ids, ["1", "2", "3"]);
  const resumed = observedClient([() => json(pages[2])]);
  for await (const pool of resumed.client.senderPools.list({ pageToken: "three" })) t.equal(pool.id, "3");
  t.equal(requests.length, 3);
});

t.test("a cycle of pages is an error", async (t) => {
  for (const circle of [["a"], ["a", "b"], ["a", "b", "c", "d", "e"]]) {
    const tokens = [
      "x",
      "y",
      "z",
      ...Array.from({ length: 40 }, (_, index) => circle[index % circle.length]!),
    ];
    const { client, requests } = observedClient(
      tokens.map((next) => () => json({ senderPools: [{ id: next }], pagination: { next, self: "" } })),
    );
    const walk = async (): Promise<void> => {
      for await (const pool of client.senderPools.list()) t.type(pool.id, "string");
    };
    await t.rejects(walk(), { name: "UnexpectedResponseError", message: /pages repeat$/ });
    t.ok(requests.length < 25, `${requests.length} requests`);
  }
});

t.test("a list of a thousand pages can be iterated", async (t) => {
  let count = 0;
  const { client } = observedClient([
    () =>
      json({
        senderPools: [{ id: "x" }],
        pagination: { next: ++count < 1000 ? String(count) : null, self: "" },
      }),
  ]);
  let items = 0;
  for await (const pool of client.senderPools.list()) items += pool.id.length;
  t.equal(items, 1000);
});

t.test("iterating over a list ends when its signal aborts, or when a page fails", async (t) => {
  const controller = new AbortController();
  const { client } = walked();
  const walk = async (): Promise<void> => {
    for await (const pool of client.senderPools.list({}, { signal: controller.signal }))
      if (pool.id === "2") controller.abort();
  };
  await t.rejects(walk(), { name: "AbortError" });
  const failing = observedClient([() => json(pages[0]), () => json({}, 400)]);
  await t.rejects(
    async () => {
      for await (const pool of failing.client.senderPools.list()) t.ok(pool.id);
    },
    { name: "ApiError", status: 400 },
  );
});

t.test("a page without its list is empty where the document allows it, and an error elsewhere", async (t) => {
  const caller = connectTo(api, {
    baseUrl: "https://api.example.com",
    fetch: async () => json({ other: 1 }),
  });
  const operation = { method: "GET", path: "/x", answers: { 200: "application/json" } };
  const link = { items: ["data"], query: { page: ["next"] } };
  const allowed = await caller.list<object, unknown, string>(operation, { ...link, none: [] }, {}, {});
  t.same([allowed.items, allowed.hasNext], [[], false]);
  await t.rejects(caller.list<object, unknown, string>(operation, link, {}, {}).withResponse(), {
    name: "UnexpectedResponseError",
    message: /no list of items/,
  });
});
