// Operations in a store: their counts, their leases, and their ends.
import type { Test } from "tap";
import type { StoredSenderPoolOperation } from "../../../server/store/items.ts";
import { accountId, batchSize, openFixture, senderPage, startOfTime } from "./store-fixture.ts";
import type { OpenStore } from "./store-fixture.ts";

type Summary = readonly [status: string, total: number, queued: number, created: number, failed: number];

function summary(operation: StoredSenderPoolOperation | undefined): Summary | undefined {
  if (operation === undefined) return undefined;
  const { total, queued, created, failed } = operation.stats;
  return [operation.status, total, queued, created, failed];
}

export function operationsSuite(t: Test, open: OpenStore): void {
  t.test("an operation advances by batches, counts each requested sender, and ends", async (t) => {
    const { store, clock, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const known = senders.map(({ id }) => id);
    const [a, b, c] = [known[0]!, known[1]!, known[2]!];
    const unknown = clock.id("sender");
    const { poolId, operationId } = await create({ senderIds: [c, a, unknown, a, a, b, unknown] });
    const look = async () => summary(await store.fetchSenderPoolOperation({ accountId, operationId }));
    t.equal(batchSize, 3);
    t.strictSame(await look(), ["PROCESSING", 7, 7, 0, 0]);
    clock.now += 10;
    await step();
    t.strictSame(await look(), ["PROCESSING", 7, 4, 2, 1]);
    await step();
    t.strictSame(await look(), ["PROCESSING", 7, 1, 5, 1]);
    clock.now += 10;
    await step();
    t.strictSame(await look(), ["COMPLETED", 7, 0, 5, 2]);
    const operation = await store.fetchSenderPoolOperation({ accountId, operationId });
    t.equal(operation?.createdAt, startOfTime);
    t.equal(operation?.updatedAt, clock.now);
    const members = await senderPage(
      store.listSenderPoolSenders({
        accountId,
        poolId,
        filter: {},
        after: null,
        limit: 10,
      }),
    );
    t.strictSame(members, { items: senders.slice(0, 3), more: false });
    await step();
    t.strictSame(
      await store.fetchSenderPoolOperation({ accountId, operationId }),
      operation,
      "and stays as it is",
    );
  });

  t.test("an operation without senders is completed from the start", async (t) => {
    const { store, create } = await openFixture(open);
    t.teardown(() => store.close());
    const { operationId } = await create();
    const operation = await store.fetchSenderPoolOperation({ accountId, operationId });
    t.strictSame(summary(operation), ["COMPLETED", 0, 0, 0, 0]);
    t.strictSame(
      await store.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 1, limit: 9 }),
      [],
    );
  });

  t.test("deleting a pool cancels the operations that fill it, and no others", async (t) => {
    const { store, clock, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const known = senders.map(({ id }) => id);
    const first = await create({ senderIds: known });
    const other = await create({ senderIds: known });
    const ended = { operationId: clock.id("senderPoolOperation"), senderIds: [known[0]!] };
    await store.addSenderPoolSenders({ accountId, poolId: first.poolId, ...ended });
    await step();
    clock.now += 7;
    await store.deleteSenderPool({ accountId, poolId: first.poolId });
    const look = (operationId: string) => store.fetchSenderPoolOperation({ accountId, operationId });
    t.strictSame(summary(await look(first.operationId)), ["CANCELED", 4, 0, 3, 1]);
    t.equal((await look(first.operationId))?.updatedAt, clock.now);
    t.strictSame(summary(await look(ended.operationId)), ["COMPLETED", 1, 0, 1, 0]);
    t.strictSame(summary(await look(other.operationId)), ["PROCESSING", 4, 1, 3, 0]);
    await step();
    t.strictSame(summary(await look(first.operationId)), ["CANCELED", 4, 0, 3, 1]);
    t.strictSame(summary(await look(other.operationId)), ["COMPLETED", 4, 0, 4, 0]);
  });

  t.test("a step of a canceled operation is lost", async (t) => {
    const { store, create, senders } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId, operationId } = await create({ senderIds: [senders[0]!.id] });
    await store.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 100, limit: 1 });
    await store.deleteSenderPool({ accountId, poolId });
    const step = { accountId, operationId, holder: "w", leaseFor: 0 };
    t.equal(await store.advanceSenderPoolOperation(step), "lost");
  });

  t.test("only the lease holder can advance an operation, and an expired lease is taken over", async (t) => {
    const { store, clock, create, senders } = await openFixture(open);
    t.teardown(() => store.close());
    const { operationId } = await create({ senderIds: Array<string>(3 * batchSize).fill(senders[0]!.id) });
    const key = { accountId, operationId };
    const claim = (holder: string) =>
      store.claimSenderPoolOperations({ holder, idleFor: 0, leaseFor: 100, limit: 9 });
    const advance = (holder: string, leaseFor: number) =>
      store.advanceSenderPoolOperation({ ...key, holder, leaseFor });
    t.equal(await advance("a", 100), "lost", "no worker holds it yet");
    t.strictSame(await claim("a"), [key]);
    t.strictSame(await claim("b"), []);
    t.equal(await advance("b", 100), "lost");
    clock.now += 99;
    t.equal(await advance("a", 100), "advanced", "and renewed");
    clock.now += 99;
    t.strictSame(await claim("b"), []);
    clock.now += 1;
    t.strictSame(await claim("b"), [key], "a is dead");
    t.equal(await advance("a", 100), "lost");
    t.equal(await advance("b", 0), "advanced", "and let go");
    t.equal(await advance("b", 100), "lost");
    t.strictSame(await claim("a"), [key]);
    t.equal(await advance("a", 100), "ended");
    t.equal(await advance("a", 100), "lost");
  });

  t.test(
    "a claim takes operations in order of idleness, within its limit, its minimum idle time and its filter",
    async (t) => {
      const { store, clock, create, senders } = await openFixture(open);
      t.teardown(() => store.close());
      const keys: { accountId: string; operationId: string }[] = [];
      for (const owner of [accountId, "AC2", accountId]) {
        const { operationId } = await create({ accountId: owner, senderIds: [senders[0]!.id] });
        keys.push({ accountId: owner, operationId });
        clock.now += 10;
      }
      const claim = (query: object) =>
        store.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 5, limit: 9, ...query });
      t.strictSame(await claim({ idleFor: 21 }), keys.slice(0, 1));
      clock.now += 5;
      t.strictSame(await claim({ limit: 2 }), keys.slice(0, 2));
      t.strictSame(await claim({ limit: 2 }), keys.slice(2));
      clock.now += 5;
      t.strictSame(await claim({ only: keys[1] }), keys.slice(1, 2));
      t.strictSame(await claim({ only: { accountId, operationId: clock.id("senderPoolOperation") } }), []);
    },
  );

  t.test(
    "a listener is called for each write that starts an operation, once the operation exists",
    async (t) => {
      const { store, clock, create, senders } = await openFixture(open);
      t.teardown(() => store.close());
      const seen: Promise<readonly unknown[]>[] = [];
      store.onSenderPoolOperationStarted(() => {
        seen.push(store.claimSenderPoolOperations({ holder: "w", idleFor: 0, leaseFor: 1000, limit: 9 }));
      });
      await create();
      const { poolId } = await create({ senderIds: [senders[0]!.id] });
      await Promise.all(seen);
      const add = { operationId: clock.id("senderPoolOperation"), senderIds: [senders[0]!.id] };
      await store.addSenderPoolSenders({ accountId, poolId, ...add });
      await store.addSenderPoolSenders({ accountId, poolId: clock.id("senderPool"), ...add });
      t.strictSame(
        (await Promise.all(seen)).map(({ length }) => length),
        [1, 1],
      );
    },
  );
}
