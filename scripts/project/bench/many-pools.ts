// Cost of a million pools: the same store calls with a thousand pools and with a million, alternately, and
// the query plans.
import { join } from "node:path";
import { dataSetPool, putDataSet } from "../../../server/control/data-set.ts";
import { createRepresentations } from "../../../server/handlers/representations.ts";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../server/ids/ids.ts";
import type { MaybePromise } from "../../../generated/boundary.ts";
import { openPostgresStore } from "../../../server/store/postgres/open-postgres-store.ts";
import { openSqliteStore } from "../../../server/store/sqlite/open-sqlite-store.ts";
import type { SenderPoolFilter, Store, StoreOptions } from "../../../server/store/store.ts";
import type { Bench } from "./bench.ts";
import { postgresPlan, sqlitePlan } from "./plans.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";
import { type BenchData, withData } from "./with-data.ts";

const few = 1000;
const many = Number(process.env["BENCH_POOLS"] ?? 1_000_000);
const rounds = 15;
const callsOfRound = 40;
const accountId = "bench";

const options: StoreOptions = {
  seed: () => ({ senders: [], pools: [] }),
  batchSize: 500,
  idempotencyKeptFor: 86_400_000,
  representations: createRepresentations(false),
};

interface Filled {
  readonly store: Store;
  readonly pools: number;
}

/** Calls as clients make them; the argument is the number of pools. */
const calls: Readonly<Record<string, (store: Store, pools: number) => MaybePromise<unknown>>> = {
  "the first page of 50": (store) => page(store, null),
  "a page in the middle": (store, pools) => page(store, idAt(pools / 2)),
  "between two dates": (store, pools) => {
    const { createdAt } = dataSetPool(pools / 2);
    return page(store, null, { startDate: createdAt, endDate: createdAt + 60_000 });
  },
  "one by its id": (store, pools) => store.fetchSenderPool({ accountId, poolId: idAt(pools / 2) }),
  "one made, durably": (store) => {
    const ids = { poolId: newSenderPoolId(), operationId: newSenderPoolOperationId() };
    return store.createSenderPool({ accountId, ...ids, name: "new", tags: {}, senderIds: [] });
  },
};

const idAt = (index: number): string => dataSetPool(index).id;

function page(store: Store, after: string | null, filter: SenderPoolFilter = {}): MaybePromise<unknown> {
  return store.listSenderPools({ accountId, filter, after, limit: 50 });
}

/** Returns the milliseconds of one call: the median of a round. */
async function time(call: () => MaybePromise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < callsOfRound; count++) {
    const startedAt = performance.now();
    await call();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** Returns rows of the table: each call on the small store and on the large one. */
async function compareSizes(name: string, [small, large]: readonly [Filled, Filled]): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [what, call] of Object.entries(calls)) {
    const times: [number, number][] = [];
    // The first round warms both up.
    for (let round = -1; round < rounds; round++) {
      const pair: [number, number] = [
        await time(() => call(small.store, small.pools)),
        await time(() => call(large.store, large.pools)),
      ];
      if (round >= 0) times.push(pair);
    }
    const [thousand, million] = [median(times.map(([a]) => a)), median(times.map(([, b]) => b))];
    const ratio = median(times.map(([a, b]) => b / a));
    rows.push([`${name}: ${what}`, thousand.toFixed(3), million.toFixed(3), ratio.toFixed(2)]);
  }
  return rows;
}

async function filled(store: Store, pools: number): Promise<Filled> {
  await putDataSet(store, accountId, { pools, senders: 0 });
  return { store, pools };
}

/** Opens a small store and a large one, compares them, and closes both. */
async function measure(name: string, open: (size: string) => Promise<Store>): Promise<string[][]> {
  const stores = [await open("few"), await open("many")] as const;
  try {
    return await compareSizes(name, [await filled(stores[0], few), await filled(stores[1], many)]);
  } finally {
    for (const store of stores) await store.close();
  }
}

async function run({ folder, postgres }: BenchData): Promise<Table[]> {
  const file = (size: string): string => join(folder, `${size}.db`);
  const embedded = await measure("embedded", (size) => Promise.resolve(openSqliteStore(file(size), options)));
  const { createDatabase } = await postgres();
  const urls: Record<string, string> = {
    few: await createDatabase(),
    many: await createDatabase(),
  };
  const shared = await measure("PostgreSQL", (size) => openPostgresStore(urls[size] ?? "", options));
  const title = `milliseconds of a call, one at a time, with ${few} and with ${many} pools`;
  const plans = [
    ["embedded store", sqlitePlan(file("many"))],
    ["PostgreSQL", await postgresPlan(urls["many"] ?? "", [1, idAt(many / 2), "~", 51])],
  ];
  return [
    {
      title,
      columns: ["call", `${few} pools`, `${many}`, "ratio"],
      rows: [...embedded, ...shared],
      note: plans.map(([name, plan]) => `a page in the middle, as planned by ${name}:\n${plan}`).join("\n"),
    },
  ];
}

export const manyPoolsBench: Bench = { name: "pools", run: () => withData(run) };
