// Test data: rows inserted in addition to writes, resets, exports and imports of accounts.
import type { Test } from "tap";
import { idPrefixes } from "../../../server/ids/ids.ts";
import type { AccountData, StoredSenderPool } from "../../../server/store/items.ts";
import { firstTypeId } from "../../../server/ids/type-id.ts";
import {
  type OpenStore,
  type StoreFixture,
  accountId,
  keyed,
  openFixture,
  poolIn,
  poolPage,
  senderPage,
  startOfTime,
  walk,
} from "./store-fixture.ts";

function poolAt(index: number): StoredSenderPool {
  const createdAt = startOfTime - 100_000 + index;
  const id = firstTypeId(idPrefixes.senderPool, createdAt);
  return {
    id,
    name: `Pool ${index}`,
    tags: { ["__proto__"]: "own" },
    createdAt,
    updatedAt: createdAt,
    version: 1,
  };
}

export function dataSuite(t: Test, open: OpenStore): void {
  t.test("inserted rows exist once, and existing rows of the account stay unchanged", async (t) => {
    const { store, senders } = await openFixture(open);
    t.teardown(() => store.close());
    const pools = Array.from({ length: 25 }, (_, index) => poolAt(index));
    await store.addRows(accountId, { pools, senders: [] });
    await store.updateSenderPool({ accountId, poolId: pools[3]!.id, name: "changed" });
    await store.addRows(accountId, { pools, senders });
    const found = await walk((query) => poolPage(store.listSenderPools(query)), {}, 10);
    t.strictSame(
      found.map(({ name }) => name),
      pools.map(({ name }, index) => (index === 3 ? "changed" : name)),
    );
    t.strictSame(found[0], pools[0]);
    t.equal((await walk((query) => senderPage(store.listSenders(query)), {}, 10)).length, senders.length);
  });

  t.test("a reset deletes all data of one account, and none of another", async (t) => {
    const { store, senders, create } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId, operationId } = await create({
      senderIds: Array<string>(5).fill(senders[0]!.id),
      idempotency: keyed("k"),
    });
    const others = { accountId: "AC2", ...(await create({ accountId: "AC2" })) };
    await store.addRows(accountId, {
      pools: [],
      senders: [{ ...senders[0]!, id: firstTypeId(idPrefixes.sender, 5) }],
    });
    await store.resetAccount(accountId);
    t.equal(await poolIn(store.fetchSenderPool({ accountId, poolId })), undefined);
    t.equal(await store.fetchSenderPoolOperation({ accountId, operationId }), undefined);
    t.strictSame(
      await walk((query) => senderPage(store.listSenders(query)), {}, 10),
      senders,
      "seeded again",
    );
    const claim = { holder: "test", idleFor: 0, leaseFor: 1, limit: 9 };
    t.strictSame(await store.claimSenderPoolOperations(claim), [], "nothing runs");
    t.ok(await create({ idempotency: keyed("k", "another body") }), "kept answers are forgotten");
    t.ok(await poolIn(store.fetchSenderPool({ accountId: "AC2", poolId: others.poolId })));
  });

  t.test("an export contains all data of an account, and an import replaces all of it", async (t) => {
    const fixture = await openFixture(open);
    const { store, senders, create, step } = fixture;
    t.teardown(() => store.close());
    const senderIds = [...senders.map(({ id }) => id), "unknown", "unknown too"];
    const { poolId } = await create({ name: "half filled", senderIds, idempotency: keyed("k") });
    await create({ name: "whole", senderIds: [senders[1]!.id] });
    await step();
    const other = { accountId: "AC2", ...(await create({ accountId: "AC2" })) };
    const data = await store.exportAccount(accountId);
    t.match(data, {
      members: [{ poolId, senderIds: senderIds.slice(0, 3) }, { senderIds: [senders[1]!.id] }],
      operations: [{ poolId, queue: senderIds.slice(3) }, { queue: [] }],
      responses: [{ key: "k", bodyFingerprint: "body" }],
    });
    const before = await shownBy(fixture, poolId);

    await store.deleteSenderPool({ accountId, poolId });
    await create({ name: "another", idempotency: keyed("later") });
    t.notSame(await shownBy(fixture, poolId), before);
    let woken = 0;
    store.onSenderPoolOperationStarted(() => woken++);
    await store.importAccount(accountId, JSON.parse(JSON.stringify(data)) as AccountData);
    t.equal(woken, 1, "the operations worker is notified");
    t.strictSame(await store.exportAccount(accountId), data);
    t.strictSame(await shownBy(fixture, poolId), before);
    t.ok(
      await poolIn(store.fetchSenderPool({ accountId: "AC2", poolId: other.poolId })),
      "of others, nothing",
    );
    t.match(await store.createSenderPool({ ...newWrite(fixture), idempotency: keyed("k") }), {
      outcome: "replayed",
      response: "answer to k",
    });
    t.ok(await create({ idempotency: keyed("later", "another body") }), "what came later is forgotten");

    await step();
    const { items } = await store.listSenderPoolOperations({ accountId, after: null, limit: 1, filter: {} });
    t.match(items, [{ status: "COMPLETED", stats: { total: 6, created: 4, failed: 2 } }], "it goes on");
  });
}

/** Returns all data of the suite's account. */
async function shownBy({ store }: StoreFixture, poolId: string): Promise<unknown> {
  const key = { accountId, poolId };
  const query = { accountId, after: null, limit: 100, filter: {} };
  return {
    pools: await walk((requested) => poolPage(store.listSenderPools(requested)), {}, 10),
    senders: await walk((requested) => senderPage(store.listSenders(requested)), {}, 10),
    members: await senderPage(store.listSenderPoolSenders({ ...key, ...query })),
    operations: await store.listSenderPoolOperations(query),
  };
}

function newWrite({ clock }: StoreFixture) {
  const ids = { poolId: clock.id("senderPool"), operationId: clock.id("senderPoolOperation") };
  return { accountId, name: "", tags: {}, senderIds: [], ...ids };
}
