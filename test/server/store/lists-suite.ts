// Lists of a store: their order, their filters, and pages without gaps or duplicates.
import assert from "node:assert/strict";
import { fc } from "../../support/laws.ts";
import type { Test } from "tap";
import type { StoredSender } from "../../../server/store/items.ts";
import {
  accountId,
  openFixture,
  poolPage,
  senderIn,
  senderPage,
  startOfTime,
  walk,
} from "./store-fixture.ts";
import type { OpenStore } from "./store-fixture.ts";

export function listsSuite(t: Test, open: OpenStore): void {
  const ranges: { filter: { startDate?: number; endDate?: number }; want: readonly number[] }[] = [
    { filter: {}, want: [0, 1, 2, 3] },
    { filter: { startDate: startOfTime }, want: [1, 2, 3] },
    { filter: { startDate: startOfTime - 0.5 }, want: [0, 1, 2, 3] },
    { filter: { startDate: startOfTime + 0.5 }, want: [1, 2, 3] },
    { filter: { endDate: startOfTime + 3 }, want: [0, 1, 2] },
    { filter: { endDate: startOfTime + 2.5 }, want: [0, 1, 2] },
    { filter: { endDate: startOfTime + 3.5 }, want: [0, 1, 2, 3] },
    { filter: { startDate: startOfTime, endDate: startOfTime + 3 }, want: [1, 2] },
    { filter: { startDate: startOfTime, endDate: startOfTime + 1 }, want: [] },
    { filter: { startDate: startOfTime + 1, endDate: startOfTime + 1 }, want: [] },
    { filter: { startDate: startOfTime + 3, endDate: startOfTime }, want: [] },
    { filter: { startDate: Date.UTC(-1, 0), endDate: Date.UTC(9999, 11) }, want: [0, 1, 2, 3] },
    { filter: { endDate: Date.UTC(1960, 0) }, want: [] },
    { filter: { startDate: Date.UTC(9999, 11) }, want: [] },
  ];
  t.test("date filters are exclusive at both ends, in every list and for every page size", async (t) => {
    const { store, clock, create } = await openFixture(open);
    t.teardown(() => store.close());
    const pools: string[] = [];
    const operations: string[] = [];
    for (let index = 0; index < 4; index++) {
      const { poolId, operationId } = await create();
      pools.push(poolId);
      operations.push(operationId);
      clock.now += 1;
    }
    for (const { filter, want } of ranges) {
      for (const limit of [1, 2, 50]) {
        const name = `${JSON.stringify(filter)} by ${limit}`;
        const found = await walk((query) => poolPage(store.listSenderPools(query)), filter, limit);
        const started = await walk((query) => store.listSenderPoolOperations(query), filter, limit);
        const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
        t.strictSame(ids(found), ids(want.map((index) => ({ id: pools[index]! }))), `pools ${name}`);
        t.strictSame(
          ids(started),
          ids(want.map((index) => ({ id: operations[index]! }))),
          `operations ${name}`,
        );
      }
    }
  });

  t.test("senders are filtered by channel, status and date, in an account and in a pool", async (t) => {
    const { store, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId } = await create({ senderIds: senders.map(({ id }) => id).reverse() });
    await step();
    await step();
    const filters: { filter: object; matches: (sender: StoredSender) => boolean }[] = [
      { filter: {}, matches: () => true },
      { filter: { channel: "SMS" }, matches: ({ channel }) => channel === "SMS" },
      { filter: { channel: "RCS" }, matches: () => false },
      { filter: { status: "ACTIVATED" }, matches: ({ status }) => status === "ACTIVATED" },
      {
        filter: { channel: "SMS", status: "ACTIVATED" },
        matches: ({ channel, status }) => channel === "SMS" && status === "ACTIVATED",
      },
      {
        filter: { channel: "EMAIL", startDate: senders[1]!.createdAt },
        matches: ({ id }) => id === senders[3]!.id,
      },
      { filter: { endDate: senders[1]!.createdAt }, matches: ({ id }) => id === senders[0]!.id },
    ];
    for (const { filter, matches } of filters) {
      for (const limit of [1, 50]) {
        const want = senders.filter(matches);
        t.strictSame(await walk((query) => senderPage(store.listSenders(query)), filter, limit), want);
        t.strictSame(
          await walk((query) => senderPage(store.listSenderPoolSenders({ ...query, poolId })), filter, limit),
          want,
        );
      }
    }
    t.strictSame(await senderIn(store.fetchSender({ accountId, senderId: senders[2]!.id })), senders[2]);
    t.equal(await senderIn(store.fetchSender({ accountId, senderId: poolId })), undefined);
  });

  t.test("operations are filtered by status", async (t) => {
    const { store, create, senders, step } = await openFixture(open);
    t.teardown(() => store.close());
    const senderIds = senders.map(({ id }) => id);
    const canceled = await create({ senderIds });
    await store.deleteSenderPool({ accountId, poolId: canceled.poolId });
    const completed = await create();
    const running = await create({ senderIds });
    await step();
    const wanted = [
      ["PROCESSING", [running.operationId]],
      ["COMPLETED", [completed.operationId]],
      ["CANCELED", [canceled.operationId]],
    ] as const;
    for (const [status, want] of wanted) {
      const found = await walk((query) => store.listSenderPoolOperations(query), { status }, 1);
      t.strictSame(
        found.map(({ id }) => id),
        want,
      );
    }
  });

  t.test("pools are filtered by the operation that worked on them, within the dates", async (t) => {
    const { store, clock, create, senders } = await openFixture(open);
    t.teardown(() => store.close());
    const { poolId, operationId } = await create();
    await create();
    const added = clock.id("senderPoolOperation");
    await store.addSenderPoolSenders({ accountId, poolId, operationId: added, senderIds: [senders[0]!.id] });
    const filters = [
      { filter: { operationId }, want: [poolId] },
      { filter: { operationId: added }, want: [poolId] },
      { filter: { operationId: clock.id("senderPoolOperation") }, want: [] },
      { filter: { operationId, startDate: startOfTime - 1, endDate: startOfTime + 1 }, want: [poolId] },
      { filter: { operationId, startDate: startOfTime }, want: [] },
      { filter: { operationId, endDate: startOfTime }, want: [] },
    ];
    for (const { filter, want } of filters) {
      const found = await walk((query) => poolPage(store.listSenderPools(query)), filter, 1);
      t.strictSame(
        found.map(({ id }) => id),
        want,
      );
    }
    const beyond = { accountId, filter: { operationId }, after: poolId, limit: 1 };
    t.strictSame(await poolPage(store.listSenderPools(beyond)), { items: [], more: false });
  });

  t.test(
    "a paged list has every item that exists throughout, and no duplicates, despite concurrent writes",
    async () => {
      const changes = fc.array(
        fc.record({ makes: fc.nat(3), deletes: fc.array(fc.nat(), { maxLength: 3 }) }),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 1, max: 5 }),
          changes,
          async (start, limit, plan) => {
            const { store, clock, create } = await openFixture(open);
            const live: string[] = [];
            const make = async () => {
              live.push((await create()).poolId);
              clock.now += 1;
            };
            for (let index = 0; index < start; index++) await make();
            const stayed = new Set(live);
            const steps = plan.values();
            const found = await walk(
              (query) => poolPage(store.listSenderPools(query)),
              {},
              limit,
              async () => {
                const { makes, deletes } = steps.next().value ?? { makes: 0, deletes: [] };
                for (let index = 0; index < makes; index++) await make();
                for (const which of deletes) {
                  const poolId = live[which % live.length];
                  if (poolId === undefined) continue;
                  await store.deleteSenderPool({ accountId, poolId });
                  live.splice(live.indexOf(poolId), 1);
                  stayed.delete(poolId);
                }
              },
            );
            await store.close();
            const ids = found.map(({ id }) => id);
            assert.deepEqual(ids, [...new Set(ids)].sort(), "in order, each once");
            assert.deepEqual(
              [...stayed].filter((id) => !ids.includes(id)),
              [],
              "nothing missed",
            );
          },
        ),
        { numRuns: 30 },
      );
    },
  );
}
