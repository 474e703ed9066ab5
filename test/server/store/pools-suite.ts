// Pools in a store: creation, updates, deletion, and isolation of accounts.
import type { Test } from "tap";
import { entityTag } from "../../../server/store/etag.ts";
import { StoreUnavailableError } from "../../../server/store/store.ts";
import type { Tags } from "../../../server/store/items.ts";
import type { IfMatch } from "../../../server/store/writes.ts";
import {
  accountId,
  openFixture,
  poolIn,
  poolPage,
  senderIn,
  senderPage,
  startOfTime,
} from "./store-fixture.ts";
import type { OpenStore } from "./store-fixture.ts";

const done = { outcome: "done" };
const noPool = { outcome: "not-found", missing: "pool" };

export function poolsSuite(t: Test, open: OpenStore): void {
  t.test("a pool exists once its create is done", async (t) => {
    const { store, create } = await openFixture(open);
    t.teardown(() => store.close());
    // Tags come from JSON.parse, which makes an own property of this key.
    const tags = JSON.parse('{"__proto__": "a", "constructor": "b", "ключ": "{{ x }}"}') as Tags;
    const { poolId } = await create({ name: "Sales \u{1F600}", tags });
    const pool = await poolIn(store.fetchSenderPool({ accountId, poolId }));
    t.strictSame(
      { ...pool, tags: JSON.stringify(pool?.tags) },
      {
        id: poolId,
        name: "Sales \u{1F600}",
        tags: JSON.stringify(tags),
        createdAt: startOfTime,
        updatedAt: startOfTime,
        version: 1,
      },
    );
  });

  t.test("a pool is invisible to other accounts, which cannot change it", async (t) => {
    const { store, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId, operationId } = await create({ senderIds: [senders[0]!.id] });
    await step();
    const other = { accountId: "AC2", poolId };
    const list = { accountId: "AC2", filter: {}, after: null, limit: 10 };
    t.equal(await poolIn(store.fetchSenderPool(other)), undefined);
    t.equal(await store.fetchSenderPoolOperation({ accountId: "AC2", operationId }), undefined);
    t.strictSame((await poolPage(store.listSenderPools(list))).items, []);
    t.strictSame((await store.listSenderPoolOperations(list)).items, []);
    t.equal(await senderPage(store.listSenderPoolSenders({ ...list, poolId })), undefined);
    t.strictSame(await store.updateSenderPool({ ...other, name: "theirs" }), noPool);
    t.strictSame(await store.deleteSenderPool(other), noPool);
    t.strictSame(await store.addSenderPoolSenders({ ...other, operationId, senderIds: [] }), noPool);
    t.strictSame(await store.removeSenderPoolSender({ ...other, senderId: senders[0]!.id }), noPool);
    t.equal((await poolIn(store.fetchSenderPool({ accountId, poolId })))?.name, "");
  });

  const before = { name: "old", tags: { a: "1", b: "2" } };
  const updates: {
    title: string;
    given: { name?: string; tags?: Tags };
    want: typeof before | object;
    moves: boolean;
  }[] = [
    { title: "nothing", given: {}, want: before, moves: false },
    {
      title: "what it has already, in another order",
      given: { name: "old", tags: { b: "2", a: "1" } },
      want: before,
      moves: false,
    },
    { title: "a name", given: { name: "new" }, want: { ...before, name: "new" }, moves: true },
    { title: "an empty name", given: { name: "" }, want: { ...before, name: "" }, moves: true },
    {
      title: "a map of tags instead of another",
      given: { tags: { a: "1" } },
      want: { name: "old", tags: { a: "1" } },
      moves: true,
    },
    {
      title: "another value of a tag",
      given: { tags: { a: "1", b: "3" } },
      want: { name: "old", tags: { a: "1", b: "3" } },
      moves: true,
    },
    {
      title: "another key of a tag",
      given: { tags: { a: "1", c: "2" } },
      want: { name: "old", tags: { a: "1", c: "2" } },
      moves: true,
    },
    { title: "no tags", given: { tags: {} }, want: { name: "old", tags: {} }, moves: true },
  ];
  for (const { title, given, want, moves } of updates) {
    t.test(`an update with ${title} ${moves ? "increments the version" : "changes nothing"}`, async (t) => {
      const { store, clock, create } = await openFixture(open);
      t.teardown(() => store.close());
      const { poolId } = await create(before);
      clock.now += 5;
      t.strictSame(await store.updateSenderPool({ accountId, poolId, ...given }), done);
      t.strictSame(await poolIn(store.fetchSenderPool({ accountId, poolId })), {
        id: poolId,
        ...want,
        createdAt: startOfTime,
        updatedAt: moves ? clock.now : startOfTime,
        version: moves ? 2 : 1,
      });
    });
  }

  t.test("an update is never dated before the previous one, even if the clock is set back", async (t) => {
    const { store, clock, create } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId } = await create();
    clock.now -= 60_000;
    await store.updateSenderPool({ accountId, poolId, name: "new" });
    t.equal((await poolIn(store.fetchSenderPool({ accountId, poolId })))?.updatedAt, startOfTime);
  });

  const conditions: { ifMatch: IfMatch; holds: boolean }[] = [
    { ifMatch: "*", holds: true },
    { ifMatch: [entityTag(2)], holds: true },
    { ifMatch: [entityTag(1), entityTag(2)], holds: true },
    { ifMatch: [entityTag(1)], holds: false },
    { ifMatch: [entityTag(22)], holds: false },
    { ifMatch: [], holds: false },
  ];
  for (const { ifMatch, holds } of conditions) {
    t.test(`If-Match ${JSON.stringify(ifMatch)} ${holds ? "holds" : "fails"} at version 2`, async (t) => {
      const { store, create } = await openFixture(open);
      t.teardown(() => store.close());
      const key = { accountId, poolId: (await create()).poolId };
      await store.updateSenderPool({ ...key, name: "second" });
      const want = holds ? done : { outcome: "precondition-failed" };
      t.strictSame(await store.updateSenderPool({ ...key, name: "second", ifMatch }), want);
      t.strictSame(await store.deleteSenderPool({ ...key, ifMatch }), want);
      t.equal((await poolIn(store.fetchSenderPool(key))) === undefined, holds);
    });
  }

  t.test("deleting a pool deletes its memberships; senders and operations stay", async (t) => {
    const { store, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId, operationId } = await create({ senderIds: [senders[0]!.id] });
    await step();
    const operation = await store.fetchSenderPoolOperation({ accountId, operationId });
    t.strictSame(await store.deleteSenderPool({ accountId, poolId }), done);
    t.equal(await poolIn(store.fetchSenderPool({ accountId, poolId })), undefined);
    t.strictSame(await store.fetchSenderPoolOperation({ accountId, operationId }), operation);
    t.strictSame(await senderIn(store.fetchSender({ accountId, senderId: senders[0]!.id })), senders[0]);
    const query = { accountId, after: null, limit: 10 };
    t.strictSame((await poolPage(store.listSenderPools({ ...query, filter: { operationId } }))).items, []);
    t.equal(await senderPage(store.listSenderPoolSenders({ ...query, filter: {}, poolId })), undefined);
    t.strictSame(await store.deleteSenderPool({ accountId, poolId, ifMatch: "*" }), noPool);
    t.strictSame(await store.updateSenderPool({ accountId, poolId, name: "again" }), noPool);
  });

  t.test("a member can be removed only once", async (t) => {
    const { store, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId } = await create({ senderIds: [senders[0]!.id, senders[1]!.id] });
    await step();
    const member = { accountId, poolId, senderId: senders[0]!.id };
    t.strictSame(await store.removeSenderPoolSender(member), done);
    t.strictSame(await store.removeSenderPoolSender(member), { outcome: "not-found", missing: "member" });
    const members = await senderPage(
      store.listSenderPoolSenders({
        accountId,
        poolId,
        filter: {},
        after: null,
        limit: 10,
      }),
    );
    t.strictSame(members, { items: [senders[1]!], more: false });
    t.equal(
      (await poolIn(store.fetchSenderPool({ accountId, poolId })))?.version,
      1,
      "members are no part of the pool",
    );
  });

  t.test("the key for page tokens is generated once", async (t) => {
    const { store } = await openFixture(open);
    t.teardown(() => store.close());
    const key = await store.pageTokenKey();
    t.equal(key.length, 32);
    t.strictSame(await store.pageTokenKey(), key);
  });

  t.test("closing a store finishes earlier calls and rejects later ones", async (t) => {
    const { store, clock } = await openFixture(open);
    const ids = { poolId: clock.id("senderPool"), operationId: clock.id("senderPoolOperation") };
    const write = { accountId, ...ids, name: "", tags: {}, senderIds: [] };
    const before = store.createSenderPool(write);
    await store.close();
    await store.close();
    t.strictSame(await before, done);
    await t.rejects(async () => store.createSenderPool(write), StoreUnavailableError);
    await t.rejects(
      async () => poolIn(store.fetchSenderPool({ accountId, poolId: ids.poolId })),
      StoreUnavailableError,
    );
    await t.rejects(store.ping(), StoreUnavailableError);
  });
}
