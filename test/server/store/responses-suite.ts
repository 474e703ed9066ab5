// Retried writes: they get the first response for a time, and take effect once.
import type { Test } from "tap";
import { accountId, idempotencyKeptFor, keyed, openFixture, poolPage, walk } from "./store-fixture.ts";
import type { OpenStore } from "./store-fixture.ts";

const replayed = { outcome: "replayed", response: "answer to K" };

export function responsesSuite(t: Test, open: OpenStore): void {
  t.test("a retried create makes one pool and gets the first response", async (t) => {
    const { store, clock, create } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId } = await create({ idempotency: keyed("K") });
    const again = () => ({
      poolId: clock.id("senderPool"),
      operationId: clock.id("senderPoolOperation"),
      ...{ accountId, name: "", tags: {}, senderIds: [] },
    });
    const idempotency = keyed("K", "body", "another answer");
    t.strictSame(await store.createSenderPool({ ...again(), idempotency }), replayed);
    t.strictSame(await store.createSenderPool({ ...again(), idempotency: keyed("K", "another body") }), {
      outcome: "key-reused",
    });
    const pools = await walk((query) => poolPage(store.listSenderPools(query)), {}, 10);
    t.strictSame(
      pools.map(({ id }) => id),
      [poolId],
    );
  });

  const elsewhere = [
    { title: "another account", write: { accountId: "AC2" }, idempotency: keyed("K") },
    { title: "another path", write: {}, idempotency: { ...keyed("K"), scope: "operation /another" } },
    { title: "another key", write: {}, idempotency: keyed("k") },
  ];
  for (const { title, write, idempotency } of elsewhere) {
    t.test(`an idempotency key does not apply to ${title}`, async (t) => {
      const { store, create } = await openFixture(open);
      t.teardown(() => store.close());
      await create({ idempotency: keyed("K") });
      await t.resolves(create({ ...write, idempotency }));
    });
  }

  t.test("all other writes can be retried too, even a delete whose pool is gone", async (t) => {
    const { store, clock, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const key = { accountId, poolId: (await create({ senderIds: [senders[0]!.id] })).poolId };
    await step();
    const writes = [
      () => store.updateSenderPool({ ...key, name: "new", idempotency: { ...keyed("K"), scope: "update" } }),
      () =>
        store.addSenderPoolSenders({
          ...key,
          operationId: clock.id("senderPoolOperation"),
          senderIds: [senders[1]!.id],
          idempotency: { ...keyed("K"), scope: "add" },
        }),
      () =>
        store.removeSenderPoolSender({
          ...key,
          senderId: senders[0]!.id,
          idempotency: { ...keyed("K"), scope: "remove" },
        }),
      () => store.deleteSenderPool({ ...key, idempotency: { ...keyed("K"), scope: "delete" } }),
    ];
    for (const write of writes) t.strictSame(await write(), { outcome: "done" });
    for (const write of writes) t.strictSame(await write(), replayed);
    const operations = await walk((query) => store.listSenderPoolOperations(query), {}, 10);
    t.equal(operations.length, 2, "the repeated add started nothing");
  });

  t.test("a missing pool is reported in preference to a key that was used with another body", async (t) => {
    const { store, create } = await openFixture(open);
    t.teardown(() => store.close());
    const key = { accountId, poolId: (await create()).poolId };
    await store.updateSenderPool({ ...key, name: "new", idempotency: keyed("K") });
    const other = { ...key, name: "newer", idempotency: keyed("K", "other") };
    t.strictSame(await store.updateSenderPool({ ...other, ifMatch: [] }), { outcome: "key-reused" });
    await store.deleteSenderPool(key);
    t.strictSame(await store.updateSenderPool(other), { outcome: "not-found", missing: "pool" });
  });

  t.test("a rejected write keeps no response", async (t) => {
    const { store, create, senders } = await openFixture(open);
    t.teardown(() => store.close());
    const key = { accountId, poolId: (await create()).poolId };
    const rejected = { ...key, name: "new", ifMatch: [], idempotency: keyed("K") };
    t.strictSame(await store.updateSenderPool(rejected), { outcome: "precondition-failed" });
    const remove = { ...key, senderId: senders[0]!.id, idempotency: keyed("K") };
    t.strictSame(await store.removeSenderPoolSender(remove), { outcome: "not-found", missing: "member" });
    t.strictSame(await store.updateSenderPool({ ...rejected, ifMatch: "*" }), { outcome: "done" });
  });

  t.test("a response is kept for the configured time and no longer", async (t) => {
    const { store, clock, create } = await openFixture(open);
    t.teardown(() => store.close());
    const key = { accountId, poolId: (await create()).poolId };
    const update = (name: string) => store.updateSenderPool({ ...key, name, idempotency: keyed("K", name) });
    await update("first");
    clock.now += idempotencyKeptFor - 1;
    t.strictSame(await update("first"), replayed);
    clock.now += 1;
    t.strictSame(await update("second"), { outcome: "done" });
    t.strictSame(await update("second"), replayed, "and from then on for its own time");
    clock.now += idempotencyKeptFor - 1;
    t.strictSame(await update("first"), { outcome: "key-reused" });
  });

  t.test("two concurrent writes with one key take effect once", async (t) => {
    const { store, clock } = await openFixture(open);
    t.teardown(() => store.close());
    const outcomes = await Promise.all(
      [1, 2, 3].map(async () =>
        store.createSenderPool({
          poolId: clock.id("senderPool"),
          operationId: clock.id("senderPoolOperation"),
          ...{ accountId, name: "", tags: {}, senderIds: [], idempotency: keyed("K") },
        }),
      ),
    );
    t.equal(outcomes.filter(({ outcome }) => outcome === "done").length, 1);
    for (const { outcome } of outcomes) t.match(outcome, /^(done|replayed|in-progress)$/);
    t.equal((await walk((query) => poolPage(store.listSenderPools(query)), {}, 10)).length, 1);
  });
}
