// The operations worker: immediate, timed and manual pace; every operation ends, whatever fails.
import { createRepresentations } from "../../server/handlers/representations.ts";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import t, { type Test } from "tap";
import { newSenderPoolId, newSenderPoolOperationId } from "../../server/ids/ids.ts";
import { OperationsWorker } from "../../server/operations-worker.ts";
import { seedAccount, seededSenders } from "../../server/seed.ts";
import type { OperationPace } from "../../server/settings/settings.ts";
import { createMemoryStore } from "../../server/store/memory/memory-store.ts";
import { StoreUnavailableError } from "../../server/store/store.ts";
import type { Store } from "../../server/store/store.ts";

const accountId = "AC1";
const senderId = seededSenders[0]!.id;

function makeStore(batchSize = 2): Store {
  return createMemoryStore({
    seed: seedAccount,
    batchSize,
    idempotencyKeptFor: 1000,
    representations: createRepresentations(true),
  });
}

async function start(
  store: Store,
  count: number,
): Promise<{ accountId: string; operationId: string; poolId: string }> {
  const ids = { poolId: newSenderPoolId(), operationId: newSenderPoolOperationId() };
  const senderIds = Array<string>(count).fill(senderId);
  await store.createSenderPool({ accountId, ...ids, name: "", tags: {}, senderIds });
  return { accountId, ...ids };
}

async function state(store: Store, key: { accountId: string; operationId: string }): Promise<string> {
  const operation = await store.fetchSenderPoolOperation(key);
  return `${operation?.status} ${operation?.stats.queued}`;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(2);
}

/** Starts a worker that is stopped when the test ends. */
function work(
  t: Test,
  store: Store,
  pace: OperationPace,
  leaseFor = 30_000,
): { worker: OperationsWorker; errors: unknown[] } {
  const errors: unknown[] = [];
  const worker = new OperationsWorker({ store, pace, leaseFor, onError: (error) => errors.push(error) });
  t.teardown(() => worker.stop());
  return { worker, errors };
}

t.test("with the pace immediate, all operations complete, those started earlier included", async (t) => {
  const store = makeStore();
  const before = await start(store, 5);
  const { errors } = work(t, store, "immediate");
  const after = await Promise.all(Array.from({ length: 200 }, (_, index) => start(store, index % 7)));
  for (const key of [before, ...after]) await until(async () => (await state(store, key)) === "COMPLETED 0");
  t.strictSame(errors, []);
});

t.test("with a pace in milliseconds, each batch waits that long", async (t) => {
  const store = makeStore();
  work(t, store, 60);
  const key = await start(store, 3);
  await until(async () => (await state(store, key)) === "COMPLETED 0");
  const { createdAt, updatedAt } = (await store.fetchSenderPoolOperation(key))!;
  t.ok(updatedAt - createdAt >= 120, `two batches after ${updatedAt - createdAt} ms`);
});

t.test("with the pace manual, operations advance only by steps, of all or of one", async (t) => {
  const store = makeStore();
  const { worker } = work(t, store, "manual");
  const [one, other] = [await start(store, 3), await start(store, 1)];
  await sleep(30);
  t.equal(await state(store, one), "PROCESSING 3");
  t.equal(await worker.step(one), 1);
  t.equal(await state(store, one), "PROCESSING 1");
  t.equal(await state(store, other), "PROCESSING 1");
  t.equal(await worker.step(), 2);
  t.equal(await state(store, one), "COMPLETED 0");
  t.equal(await state(store, other), "COMPLETED 0");
  t.equal(await worker.step(), 0);
});

t.test("one step advances all running operations, however many there are", async (t) => {
  const store = makeStore();
  const { worker } = work(t, store, "manual");
  for (let index = 0; index < 300; index++) await start(store, 3);
  t.equal(await worker.step(), 300);
  t.equal(await worker.step(), 300);
  t.equal(await worker.step(), 0);
});

t.test("the worker's pace can be changed while operations run", async (t) => {
  const store = makeStore();
  const { worker } = work(t, store, "manual");
  const key = await start(store, 9);
  t.equal(worker.pace, "manual");
  worker.setPace("immediate");
  await until(async () => (await state(store, key)) === "COMPLETED 0");
  worker.setPace("manual");
  const next = await start(store, 1);
  await sleep(30);
  t.equal(await state(store, next), "PROCESSING 1");
});

t.test(
  "after stop no operation advances, and another worker continues without waiting for a lease",
  async (t) => {
    const store = makeStore(1);
    const advance = store.advanceSenderPoolOperation.bind(store);
    store.advanceSenderPoolOperation = (query) => nextTurn().then(() => advance(query));
    // Longer than the timeout of a test.
    const lease = 600_000;
    const { worker } = work(t, store, "immediate", lease);
    const key = await start(store, 5000);
    await until(async () => (await state(store, key)) !== "PROCESSING 5000");
    await worker.stop();
    const stopped = await state(store, key);
    t.match(stopped, /^PROCESSING [1-9]/);
    await sleep(20);
    t.equal(await state(store, key), stopped);
    work(t, store, "immediate", lease);
    await until(async () => (await state(store, key)) === "COMPLETED 0");
    t.equal(await state(store, key), "COMPLETED 0");
  },
);

t.test("two workers on one store run each step once", async (t) => {
  const store = makeStore(1);
  work(t, store, "immediate");
  work(t, store, "immediate");
  const keys = await Promise.all(Array.from({ length: 50 }, () => start(store, 20)));
  for (const key of keys) {
    await until(async () => (await state(store, key)) === "COMPLETED 0");
    t.equal((await store.fetchSenderPoolOperation(key))?.stats.created, 20);
  }
});

t.test("a failed step is reported, and retried when its lease expires", async (t) => {
  const store = makeStore();
  const advance = store.advanceSenderPoolOperation.bind(store);
  let failures = 2;
  store.advanceSenderPoolOperation = (query) =>
    failures-- > 0 ? Promise.reject(new StoreUnavailableError("the disk is full")) : advance(query);
  const { errors } = work(t, store, "immediate", 50);
  const key = await start(store, 3);
  await until(async () => (await state(store, key)) === "COMPLETED 0");
  t.match(errors, [StoreUnavailableError, StoreUnavailableError]);
});

t.test("an unavailable store is reported to the worker's owner, and queried again", async (t) => {
  const store = makeStore();
  const claim = store.claimSenderPoolOperations.bind(store);
  let failures = 1;
  store.claimSenderPoolOperations = (query) =>
    failures-- > 0 ? Promise.reject(new StoreUnavailableError("gone")) : claim(query);
  const { errors } = work(t, store, "immediate");
  const key = await start(store, 1);
  await until(async () => (await state(store, key)) === "COMPLETED 0");
  t.match(errors, [StoreUnavailableError]);
});
