// Test data: rows put in beside the writes, and an account that begins again.
import type { Test } from "tap";
import { idPrefixes } from "../../../server/ids/ids.ts";
import type { StoredSenderPool } from "../../../server/store/items.ts";
import { firstTypeId } from "../../../server/ids/type-id.ts";
import {
  type OpenStore,
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
  t.test("rows that are put in are there once, and what an account has stays as it is", async (t) => {
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

  t.test("a reset forgets all of one account, and nothing of another", async (t) => {
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
}
