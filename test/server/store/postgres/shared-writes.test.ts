// Writes of several processes on one database have the same guarantees as those of one.
import { setTimeout as delay } from "node:timers/promises";
import t from "tap";
import { entityTag } from "../../../../server/store/etag.ts";
import type { Store } from "../../../../server/store/store.ts";
import { queryDatabase, startPostgres } from "../../../support/postgres.ts";
import { accountId, newPool, openPair, senderIds } from "./store-pair.ts";
import { poolIn, poolPage, senderPage } from "../store-fixture.ts";

const postgres = await startPostgres(t);
const url = await postgres.createDatabase();

t.test("one idempotency key sent to two processes at once creates one pool", async (t) => {
  const { a, b } = await openPair(t, url);
  const keys = Array.from({ length: 60 }, (_, index) => `key ${index}`);
  const create = (store: Store, key: string) => {
    const pool = newPool();
    return store.createSenderPool({
      ...pool,
      idempotency: { scope: "create", key, bodyFingerprint: "body", response: pool.poolId },
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

t.test("an expired idempotency key can be used again, by one of two processes", async (t) => {
  const { a, b } = await openPair(t, url, { idempotencyKeptFor: 1 });
  const write = (store: Store) =>
    store.createSenderPool({
      ...newPool(),
      idempotency: { scope: "create", key: "K", bodyFingerprint: "body", response: "" },
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

t.test("an account first used by two processes at the same time is seeded once", async (t) => {
  const { a, b } = await openPair(t, url);
  const accounts = Array.from({ length: 20 }, (_, index) => `new ${index}`);
  const query = { filter: {}, after: null, limit: 1000 };
  for (const pages of await Promise.all(
    accounts.map((accountId) =>
      Promise.all([a, b].map(async (store) => senderPage(store.listSenders({ accountId, ...query })))),
    ),
  )) {
    for (const page of pages)
      t.same(
        page?.items.map(({ id }) => id),
        senderIds,
      );
  }
});

t.test("page tokens of one process can be read by another", async (t) => {
  const { a, b } = await openPair(t, url);
  const [one, other] = await Promise.all([a.pageTokenKey(), b.pageTokenKey()]);
  t.equal(one.length, 32);
  t.same(Buffer.from(one), Buffer.from(other));
});

t.test("of concurrent updates with one entity tag exactly one succeeds", async (t) => {
  const { a, b } = await openPair(t, url);
  const { poolId } = newPool();
  await a.createSenderPool(newPool({ poolId }));
  for (let version = 1; version <= 20; version++) {
    const ifMatch = [entityTag(version)];
    const outcomes = await Promise.all(
      [a, b].map(async (store, index) =>
        store.updateSenderPool({ accountId, poolId, name: `${version} ${index}`, ifMatch }),
      ),
    );
    t.same(outcomes.map(({ outcome }) => outcome).sort(), ["done", "precondition-failed"]);
  }
});

t.test("updates of one pool by two processes all take effect", async (t) => {
  const { a, b } = await openPair(t, url);
  const { poolId } = newPool();
  await a.createSenderPool(newPool({ poolId }));
  const updates = Array.from({ length: 100 }, async (_, index) =>
    (index % 2 === 0 ? a : b).updateSenderPool({ accountId, poolId, name: `name ${index}` }),
  );
  await Promise.all(updates);
  t.equal((await poolIn(b.fetchSenderPool({ accountId, poolId })))?.version, 1 + updates.length);
});

t.test("a paged list has no gaps or duplicates while another process creates and deletes", async (t) => {
  const { a, b } = await openPair(t, url);
  const before = Array.from({ length: 300 }, () => newPool());
  await Promise.all(before.map(async (pool) => a.createSenderPool(pool)));
  const deleted = new Set(before.filter((_, index) => index % 7 === 3).map(({ poolId }) => poolId));
  const seen: string[] = [];
  let isWalking = true;
  const disturb = async (): Promise<void> => {
    for (const poolId of deleted) await b.deleteSenderPool({ accountId, poolId });
    while (isWalking) await Promise.all([b.createSenderPool(newPool()), a.createSenderPool(newPool())]);
  };
  const walk = async (): Promise<void> => {
    for (let after: string | null = null, pages = 0; pages < 100; pages++) {
      const page = await poolPage(a.listSenderPools({ accountId, filter: {}, after, limit: 20 }));
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
