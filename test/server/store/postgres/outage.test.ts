// Outages of PostgreSQL: calls in progress are rejected in time, acknowledged writes persist, and later calls
// work.
import { setTimeout as delay } from "node:timers/promises";
import t from "tap";
import type { Test } from "tap";
import type { MaybePromise } from "../../../../generated/boundary.ts";
import { StoreUnavailableError } from "../../../../server/store/store.ts";
import type { Store } from "../../../../server/store/store.ts";
import { Client } from "pg";
import { emptyDatabase, queryDatabase, startPostgres } from "../../../support/postgres.ts";
import { startTcpProxy } from "../../../support/tcp-proxy.ts";
import { accountId, newPool, openStore, storeOptions } from "./store-pair.ts";
import { poolIn, senderPage } from "../store-fixture.ts";

const postgres = await startPostgres(t);
const direct = await postgres.createDatabase();

const limits = {
  connections: 4,
  connectTimeout: 500,
  statementTimeout: 600,
  lockTimeout: 300,
  idleTransactionTimeout: 600,
};

/** Opens a store behind a proxy, on an empty database. */
async function openBehindProxy(t: Test) {
  await emptyDatabase(direct);
  const proxy = await startTcpProxy(t, postgres.port);
  const url = new URL(direct);
  url.port = String(proxy.port);
  const store = await openStore(t, url.href, { limits });
  // A first call creates the account and opens connections.
  await store.createSenderPool(newPool());
  return { proxy, store };
}

async function isUnavailable(t: Test, call: MaybePromise<unknown>, about: string): Promise<void> {
  await t.rejects(async () => call, { name: "StoreUnavailableError" }, about);
}

/** Retries until a write is done; each attempt must end with one of the two outcomes. */
async function writeUntilDone(t: Test, store: Store): Promise<number> {
  for (let attempts = 1; attempts <= 100; attempts++) {
    try {
      await store.createSenderPool(newPool());
      return attempts;
    } catch (error) {
      t.ok(error instanceof StoreUnavailableError, String(error));
      await delay(50);
    }
  }
  throw new Error("it did not come back");
}

t.test("a database that is killed and restarted has all acknowledged writes", async (t) => {
  const store = await openStore(t, await emptyDatabase(direct), { limits });
  const acknowledged: string[] = [];
  let isWriting = true;
  const write = async (): Promise<void> => {
    while (isWriting) {
      const pool = newPool();
      try {
        await store.createSenderPool(pool);
        acknowledged.push(pool.poolId);
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        await delay(5);
      }
    }
  };
  const writers = Promise.all([write(), write(), write(), write()]);
  await delay(200);
  await postgres.kill();
  await isUnavailable(t, store.ping(), "it is not there");
  const before = acknowledged.length;
  await postgres.start();
  await writeUntilDone(t, store);
  isWriting = false;
  await writers;
  t.ok(before > 0);
  for (const poolId of acknowledged) {
    if ((await poolIn(store.fetchSenderPool({ accountId, poolId }))) === undefined)
      t.fail(`${poolId} is lost`);
  }
  await t.resolves(store.ping());
});

t.test("a lost connection rejects calls in progress, and the next call works", async (t) => {
  const { proxy, store } = await openBehindProxy(t);
  for (let round = 0; round < 5; round++) {
    const calls = [
      store.createSenderPool(newPool()),
      senderPage(store.listSenders({ accountId, filter: {}, after: null, limit: 9 })),
    ];
    proxy.cut();
    await Promise.all(calls.map((call) => isUnavailable(t, call, `round ${round}`)));
    t.same(await store.createSenderPool(newPool()), { outcome: "done" });
    await t.resolves(async () =>
      senderPage(store.listSenders({ accountId, filter: {}, after: null, limit: 9 })),
    );
  }
});

t.test("idle connections that are lost are replaced without an error", async (t) => {
  const { proxy, store } = await openBehindProxy(t);
  proxy.cut();
  await delay(50);
  t.same(await store.createSenderPool(newPool()), { outcome: "done" });
  await t.resolves(store.ping());
});

t.test("calls over a network that drops everything time out", async (t) => {
  const { proxy, store } = await openBehindProxy(t);
  proxy.block();
  // Only the store's own timeouts end the connections: while the proxy blocks, no data passes.
  await Promise.all([
    isUnavailable(t, store.createSenderPool(newPool()), "a write"),
    isUnavailable(t, store.ping(), "a read"),
    isUnavailable(
      t,
      store.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 1, limit: 1 }),
      "a claim",
    ),
  ]);
  proxy.unblock();
  t.same(await store.createSenderPool(newPool()), { outcome: "done" });
});

t.test("a commit whose response is lost is rejected, and its retry is replayed", async (t) => {
  const { proxy, store } = await openBehindProxy(t);
  const pool = newPool({ name: "once" });
  const idempotency = { scope: "create", key: "K", bodyFingerprint: "body", response: pool.poolId };
  proxy.muteAfter("COMMIT");
  await isUnavailable(t, store.createSenderPool({ ...pool, idempotency }), "the outcome is unknown");
  proxy.muteAfter(undefined);
  t.same(await store.createSenderPool({ ...newPool(), idempotency }), {
    outcome: "replayed",
    response: pool.poolId,
  });
  t.match(await poolIn(store.fetchSenderPool(pool)), { name: "once" });
});

t.test("a session that the administrator terminates rejects its call, and the next call works", async (t) => {
  const { store } = await openBehindProxy(t);
  await queryDatabase(
    direct,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  t.ok((await writeUntilDone(t, store)) <= 3);
});

t.test("the wait for a pool locked by another session is limited; other writes succeed", async (t) => {
  const { store } = await openBehindProxy(t);
  const { poolId } = newPool();
  await store.createSenderPool(newPool({ poolId }));
  const holder = new Client({ connectionString: direct });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM sender_pools.sender_pools WHERE id = $1 FOR UPDATE", [poolId]);
  const update = () => store.updateSenderPool({ accountId, poolId, name: "new" });
  const [beside] = await Promise.all([store.createSenderPool(newPool()), isUnavailable(t, update(), "held")]);
  t.same(beside, { outcome: "done" });
  await holder.end();
  t.same(await update(), { outcome: "done" });
});

t.test("a write that PostgreSQL rejects fails alone", async (t) => {
  const { store } = await openBehindProxy(t);
  const taken = newPool();
  await store.createSenderPool(taken);
  const results = await Promise.allSettled([
    store.createSenderPool(newPool()),
    store.createSenderPool({ ...newPool(), poolId: taken.poolId }),
    store.createSenderPool({ ...newPool(), name: "\u0000" }),
    store.createSenderPool(newPool()),
  ]);
  t.same(
    results.map(({ status }) => status),
    ["fulfilled", "rejected", "rejected", "fulfilled"],
  );
  for (const result of results)
    if (result.status === "rejected") t.notMatch(result.reason, { name: "StoreUnavailableError" });
});

t.test("closing a store on PostgreSQL finishes earlier calls and rejects later ones", async (t) => {
  const store = await openStore(t, await emptyDatabase(direct), storeOptions);
  const pools = Array.from({ length: 20 }, () => newPool());
  const calls = pools.map(async (pool) => store.createSenderPool(pool));
  await Promise.all([store.close(), store.close()]);
  for (const outcome of await Promise.all(calls)) t.same(outcome, { outcome: "done" });
  await isUnavailable(t, store.createSenderPool(newPool()), "closed");
  await isUnavailable(t, store.ping(), "closed");
});
