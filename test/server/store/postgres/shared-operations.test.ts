// Workers of several processes on one database: every sender counts once even if workers die, and a deleted
// pool stays deleted.
import { setTimeout as delay } from "node:timers/promises";
import t from "tap";
import { newSenderPoolOperationId } from "../../../../server/ids/ids.ts";
import type { StoredSenderPoolOperation } from "../../../../server/store/items.ts";
import type { Store } from "../../../../server/store/store.ts";
import { queryDatabase, startPostgres } from "../../../support/postgres.ts";
import { accountId, newPool, openPair, openSession, senderIds } from "./store-pair.ts";
import { senderPage } from "../store-fixture.ts";

const postgres = await startPostgres(t);
const url = await postgres.createDatabase();

async function operation(store: Store, operationId: string): Promise<StoredSenderPoolOperation> {
  return (await store.fetchSenderPoolOperation({ accountId, operationId }))!;
}

t.test("workers share operations: every sender counts once, and no operation is claimed twice", async (t) => {
  const { a, b } = await openPair(t, url);
  const pools = Array.from({ length: 100 }, () =>
    newPool({ senderIds: [...senderIds, ...senderIds.slice(0, 1)] }),
  );
  await Promise.all(pools.map(async (pool, index) => (index % 2 === 0 ? a : b).createSenderPool(pool)));
  const claims: string[] = [];
  const work = async (store: Store, holder: string): Promise<void> => {
    for (;;) {
      const claimed = await store.claimSenderPoolOperations({
        holder,
        idleFor: 0,
        leaseFor: 60_000,
        limit: 16,
      });
      if (claimed.length === 0) return;
      claims.push(...claimed.map(({ operationId }) => operationId));
      await Promise.all(
        claimed.map(async (key) => {
          while (
            (await store.advanceSenderPoolOperation({ ...key, holder, leaseFor: 60_000 })) === "advanced"
          );
        }),
      );
    }
  };
  await Promise.all([work(a, "a1"), work(b, "b1"), work(b, "b2")]);
  t.equal(claims.length, pools.length);
  t.equal(new Set(claims).size, pools.length);
  for (const { poolId, operationId } of pools) {
    const { status, stats } = await operation(a, operationId);
    const total = senderIds.length + 1;
    t.same(
      { status, stats },
      { status: "COMPLETED", stats: { total, queued: 0, created: total, failed: 0 } },
    );
    const members = await senderPage(
      b.listSenderPoolSenders({ accountId, poolId, filter: {}, after: null, limit: 100 }),
    );
    t.same(
      members?.items.map(({ id }) => id),
      senderIds,
    );
  }
});

t.test("a claim skips operations that another is taking, without waiting", async (t) => {
  const { a } = await openPair(t, url);
  const pools = Array.from({ length: 4 }, () => newPool({ senderIds: senderIds.slice(0, 1) }));
  for (const pool of pools) await a.createSenderPool(pool);
  const session = await openSession(t, url);
  const taken = pools.slice(0, 2).map(({ operationId }) => operationId);
  await session.query("SELECT FROM running_operations WHERE operation_id = ANY ($1) FOR UPDATE", [taken]);
  const claimed = await a.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 60_000, limit: 3 });
  t.same(
    claimed.map(({ operationId }) => operationId),
    pools.slice(2).map(({ operationId }) => operationId),
  );
});

t.test("a step waits for a concurrent delete of its pool, and is lost when the pool is gone", async (t) => {
  const { a } = await openPair(t, url);
  const { operationId, poolId, ...pool } = newPool({ senderIds });
  await a.createSenderPool({ ...pool, operationId, poolId });
  await a.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 60_000, limit: 1 });
  const session = await openSession(t, url);
  await session.query("DELETE FROM sender_pools WHERE id = $1", [poolId]);
  const step = a.advanceSenderPoolOperation({ accountId, operationId, holder: "w", leaseFor: 60_000 });
  await delay(100);
  await session.query("COMMIT");
  t.equal(await step, "lost");
  t.same(await queryDatabase(url, "SELECT * FROM sender_pools.sender_pool_members"), []);
});

t.test("a step waits for a concurrent takeover of its lease, and is then lost", async (t) => {
  const { a } = await openPair(t, url);
  const { operationId, ...pool } = newPool({ senderIds });
  await a.createSenderPool({ ...pool, operationId });
  await a.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 60_000, limit: 1 });
  const session = await openSession(t, url);
  await session.query("UPDATE running_operations SET lease_holder = 'another'");
  const step = a.advanceSenderPoolOperation({ accountId, operationId, holder: "w", leaseFor: 60_000 });
  await delay(100);
  await session.query("COMMIT");
  t.equal(await step, "lost");
  t.equal((await operation(a, operationId)).stats.queued, senderIds.length);
});

t.test("a delete waits for a step that adds senders, and removes them", async (t) => {
  const { a } = await openPair(t, url);
  const { poolId, ...pool } = newPool();
  await a.createSenderPool({ ...pool, poolId });
  const session = await openSession(t, url);
  await session.query("SELECT FROM sender_pools WHERE id = $1 FOR KEY SHARE", [poolId]);
  const update = a.updateSenderPool({ accountId, poolId, name: "not kept waiting" });
  t.same(await update, { outcome: "done" });
  const gone = a.deleteSenderPool({ accountId, poolId });
  await delay(100);
  await session.query("INSERT INTO sender_pool_members SELECT account_key, $1, 'sender' FROM accounts", [
    poolId,
  ]);
  await session.query("COMMIT");
  t.same(await gone, { outcome: "done" });
  t.same(await queryDatabase(url, "SELECT * FROM sender_pools.sender_pool_members"), []);
});

t.test("leases use the database's clock, and operations of a dead process are taken over", async (t) => {
  const { a, b } = await openPair(t, url);
  const { operationId, ...pool } = newPool({ senderIds });
  await a.createSenderPool({ ...pool, operationId });
  const key = { accountId, operationId };
  const claim = (store: Store, holder: string) =>
    store.claimSenderPoolOperations({ holder, idleFor: 0, leaseFor: 300, limit: 9 });
  t.same(await claim(a, "a"), [key]);
  t.same(await claim(b, "b"), [], "a has it");
  await delay(350);
  t.same(await claim(b, "b"), [key], "a counts as dead");
  t.equal(await a.advanceSenderPoolOperation({ ...key, holder: "a", leaseFor: 300 }), "lost");
  t.equal(await b.advanceSenderPoolOperation({ ...key, holder: "b", leaseFor: 300 }), "advanced");
});

t.test(
  "a step run by a dying connection and again by its worker processes two batches, not one twice",
  async (t) => {
    const { a, b } = await openPair(t, url);
    const { operationId, ...pool } = newPool({ senderIds });
    await a.createSenderPool({ ...pool, operationId });
    await a.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 60_000, limit: 1 });
    const step = { accountId, operationId, holder: "w", leaseFor: 60_000 };
    const outcomes = await Promise.all([a, b, a, b].map((store) => store.advanceSenderPoolOperation(step)));
    t.equal(outcomes.filter((outcome) => outcome === "ended").length, 1);
    const { stats } = await operation(a, operationId);
    t.same(stats, { total: senderIds.length, queued: 0, created: senderIds.length, failed: 0 });
  },
);

t.test(
  "a pool deleted while another process fills it has no members left, and its operations end",
  async (t) => {
    const { a, b } = await openPair(t, url);
    const pools = Array.from({ length: 30 }, () => newPool({ senderIds }));
    const added: string[] = [];
    await Promise.all(
      pools.map(async ({ poolId, operationId, ...pool }) => {
        await a.createSenderPool({ poolId, operationId, ...pool });
        const addId = newSenderPoolOperationId();
        const claim = {
          holder: "w",
          idleFor: 0,
          leaseFor: 60_000,
          limit: 1,
          only: { accountId, operationId },
        };
        const [claimed] = await b.claimSenderPoolOperations(claim);
        const step = { ...claimed!, holder: "w", leaseFor: 60_000 };
        const [add, , , remove] = await Promise.all([
          b.addSenderPoolSenders({ accountId, poolId, operationId: addId, senderIds }),
          b.advanceSenderPoolOperation(step).then(() => b.advanceSenderPoolOperation(step)),
          a.deleteSenderPool({ accountId, poolId }),
          b.removeSenderPoolSender({ accountId, poolId, senderId: senderIds[0]! }),
        ]);
        if (add.outcome === "done") added.push(addId);
        t.match(remove.outcome, /^(done|not-found)$/);
        const { status, stats } = await operation(a, operationId);
        t.equal(status, "CANCELED");
        t.equal(stats.queued, 0);
        t.equal(stats.created + stats.failed, senderIds.length);
      }),
    );
    for (const id of added)
      t.equal((await operation(b, id)).status, "CANCELED", "an add that came first was canceled");
    for (const table of ["sender_pool_members", "running_operations", "queued_batches"]) {
      t.same(await queryDatabase(url, `SELECT * FROM sender_pools.${table}`), [], table);
    }
  },
);
