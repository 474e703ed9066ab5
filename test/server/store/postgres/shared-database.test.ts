// Several processes over one database: what each promises alone holds for all together.
import { setTimeout as delay } from "node:timers/promises";
import t from "tap";
import type { Store, StoredSenderPoolOperation } from "../../../../server/store/store.ts";
import { newSenderPoolOperationId } from "../../../../server/ids.ts";
import { entityTag } from "../../../../server/store/etag.ts";
import { emptyDatabase, queryDatabase, startPostgres } from "../../../support/postgres.ts";
import { accountId, newPool, openStore, senderIds } from "./store-pair.ts";

const postgres = await startPostgres(t);
const url = await postgres.createDatabase();

/** Two stores over an empty database. */
async function openPair(t: Parameters<typeof openStore>[0], options: Parameters<typeof openStore>[2] = {}) {
  await emptyDatabase(url);
  const [a, b] = await Promise.all([openStore(t, url, options), openStore(t, url, options)]);
  return { a, b };
}

async function operation(store: Store, operationId: string): Promise<StoredSenderPoolOperation> {
  return (await store.fetchSenderPoolOperation({ accountId, operationId }))!;
}

t.test("one idempotency key that comes to two processes at once makes one pool", async (t) => {
  const { a, b } = await openPair(t);
  const keys = Array.from({ length: 60 }, (_, index) => `key ${index}`);
  const create = (store: Store, key: string) => {
    const pool = newPool();
    return store.createSenderPool({
      ...pool,
      idempotency: { scope: "create", key, bodyFingerprint: "body", answer: pool.poolId },
    });
  };
  await Promise.all(
    keys.map(async (key) => {
      const outcomes = await Promise.all([create(a, key), create(b, key), create(a, key)]);
      t.equal(outcomes.filter(({ outcome }) => outcome === "done").length, 1, key);
      for (const { outcome } of outcomes) t.match(outcome, /^(done|in-progress|replayed)$/);
    }),
  );
  const [count] = await queryDatabase<{ pools: string }>(
    url,
    "SELECT count(*) AS pools FROM sender_pools.sender_pools",
  );
  t.equal(Number(count?.pools), keys.length);
  const [onA, onB] = await Promise.all([create(a, "key 0"), create(b, "key 0")]);
  t.equal(onA.outcome, "replayed");
  t.same(onB, onA, "both give the answer of the one that was done");
});

t.test("a key is free for both again when its time is over, and again one gets it", async (t) => {
  const { a, b } = await openPair(t, { idempotencyKeptFor: 1 });
  const write = (store: Store) =>
    store.createSenderPool({
      ...newPool(),
      idempotency: { scope: "create", key: "K", bodyFingerprint: "body", answer: "" },
    });
  for (let round = 0; round < 20; round++) {
    const outcomes = await Promise.all([write(a), write(b)]);
    t.ok(
      outcomes.some(({ outcome }) => outcome === "done"),
      `round ${round}`,
    );
    await delay(2);
  }
});

t.test("an account that two processes see first at the same time is seeded once", async (t) => {
  const { a, b } = await openPair(t);
  const accounts = Array.from({ length: 20 }, (_, index) => `new ${index}`);
  const query = { filter: {}, after: null, limit: 1000 };
  for (const pages of await Promise.all(
    accounts.map((accountId) =>
      Promise.all([a, b].map((store) => store.listSenders({ accountId, ...query }))),
    ),
  )) {
    for (const { items } of pages)
      t.same(
        items.map(({ id }) => id),
        senderIds,
      );
  }
});

t.test("page tokens of one process are read by the other", async (t) => {
  const { a, b } = await openPair(t);
  const [one, other] = await Promise.all([a.pageTokenKey(), b.pageTokenKey()]);
  t.equal(one.length, 32);
  t.same(Buffer.from(one), Buffer.from(other));
});

t.test("of updates under one entity tag exactly one is done", async (t) => {
  const { a, b } = await openPair(t);
  const { poolId } = newPool();
  await a.createSenderPool(newPool({ poolId }));
  for (let version = 1; version <= 20; version++) {
    const ifMatch = [entityTag(version)];
    const outcomes = await Promise.all(
      [a, b].map((store, index) =>
        store.updateSenderPool({ accountId, poolId, name: `${version} ${index}`, ifMatch }),
      ),
    );
    t.same(outcomes.map(({ outcome }) => outcome).sort(), ["done", "precondition-failed"]);
  }
});

t.test("updates of one pool by two processes all count", async (t) => {
  const { a, b } = await openPair(t);
  const { poolId } = newPool();
  await a.createSenderPool(newPool({ poolId }));
  const updates = Array.from({ length: 100 }, (_, index) =>
    (index % 2 === 0 ? a : b).updateSenderPool({ accountId, poolId, name: `name ${index}` }),
  );
  await Promise.all(updates);
  t.equal((await b.fetchSenderPool({ accountId, poolId }))?.version, 1 + updates.length);
});

t.test("workers share operations: every sender counts once, and no claim is given twice", async (t) => {
  const { a, b } = await openPair(t);
  const pools = Array.from({ length: 100 }, () =>
    newPool({ senderIds: [...senderIds, ...senderIds.slice(0, 1)] }),
  );
  await Promise.all(pools.map((pool, index) => (index % 2 === 0 ? a : b).createSenderPool(pool)));
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
    const members = await b.listSenderPoolSenders({ accountId, poolId, filter: {}, after: null, limit: 100 });
    t.same(
      members?.items.map(({ id }) => id),
      senderIds,
    );
  }
});

t.test("a lease goes by the database's clock, and work of a dead process is taken over", async (t) => {
  const { a, b } = await openPair(t);
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
  "a step that a dying connection and its worker both take is taken twice, not the same batch twice",
  async (t) => {
    const { a, b } = await openPair(t);
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
  "a pool that is deleted while another process fills it leaves no member, and its operations end",
  async (t) => {
    const { a, b } = await openPair(t);
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

t.test("a walk misses nothing and repeats nothing while another process creates and deletes", async (t) => {
  const { a, b } = await openPair(t);
  const before = Array.from({ length: 300 }, () => newPool());
  await Promise.all(before.map((pool) => a.createSenderPool(pool)));
  const deleted = new Set(before.filter((_, index) => index % 7 === 3).map(({ poolId }) => poolId));
  const seen: string[] = [];
  let isWalking = true;
  const disturb = async (): Promise<void> => {
    for (const poolId of deleted) await b.deleteSenderPool({ accountId, poolId });
    while (isWalking) await Promise.all([b.createSenderPool(newPool()), a.createSenderPool(newPool())]);
  };
  const walk = async (): Promise<void> => {
    for (let after: string | null = null, pages = 0; pages < 100; pages++) {
      const page = await a.listSenderPools({ accountId, filter: {}, after, limit: 20 });
      seen.push(...page.items.map(({ id }) => id));
      if (!page.more) break;
      after = page.items.at(-1)!.id;
    }
    isWalking = false;
  };
  await Promise.all([disturb(), walk()]);
  t.equal(new Set(seen).size, seen.length, "none twice");
  t.same(
    before.map(({ poolId }) => poolId).filter((id) => !deleted.has(id) && !seen.includes(id)),
    [],
    "none missed",
  );
});
