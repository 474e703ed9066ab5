// The server on PostgreSQL: compared with a bare server and the embedded store, and two instances on one
// database. The database shares the same two cores, so a second process adds less here than on a machine of
// its own.
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import type { Sample } from "./sample.ts";
import {
  compare,
  firstPoolId,
  measure,
  millisecondsOfRound,
  rounds,
  type Running,
  scenarioNames,
  scenarios,
  withServers,
} from "./server-bench.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";
import { type BenchData, withData } from "./with-data.ts";

/** For each scenario, the throughput of one of two servers alone, and of both together. */
async function together(servers: readonly Running[], loaders: readonly ChildProcess[]): Promise<Table> {
  const poolId = await firstPoolId(servers[0]!);
  const rows: string[][] = [];
  for (const scenario of scenarioNames) {
    const load = (index: number): Promise<Sample> =>
      measure(loaders[index]!, servers[index]!, scenarios[scenario](poolId), millisecondsOfRound);
    const measured: { alone: Sample; both: Sample[] }[] = [];
    // The first round warms up.
    for (let round = -1; round < rounds; round++) {
      const each = { alone: await load(0), both: await Promise.all([load(0), load(1)]) };
      if (round >= 0) measured.push(each);
    }
    const figure = (of: (each: (typeof measured)[number]) => number): number => median(measured.map(of));
    const sum = (samples: readonly Sample[], of: keyof Sample): number =>
      samples.reduce((total, sample) => total + sample[of], 0);
    rows.push([
      scenario,
      figure(({ alone }) => alone.perSecond).toFixed(0),
      figure(({ both }) => sum(both, "perSecond")).toFixed(0),
      figure(({ alone, both }) => sum(both, "perSecond") / alone.perSecond).toFixed(2),
      figure(({ alone, both }) => sum(both, "perProcessorSecond") / 2 / alone.perProcessorSecond).toFixed(2),
      figure(({ alone }) => alone.p99).toFixed(1),
      figure(({ both }) => Math.max(...both.map(({ p99 }) => p99))).toFixed(1),
    ]);
  }
  return {
    title: "two servers over one PostgreSQL, beside one alone: responses a second, p99 in milliseconds",
    columns: ["scenario", "one", "two", "ratio", "for the same processor time", "p99 of one", "of two"],
    rows,
    note: "Both servers share one core here, and the database the other with what loads them: two can hardly do more than one. The ratio for the same processor time tells what sharing costs: 1 is nothing.",
  };
}

async function run({ folder, postgres }: BenchData): Promise<Table[]> {
  const url = await (await postgres()).createDatabase();
  const file = "reference-server.ts";
  const onPostgres = { name: "reference server, PostgreSQL", file, args: ["--database-url", url] };
  const contenders = [
    { name: "bare node:http, no validation", file: "bare-server.ts", args: [] },
    { name: "reference server, embedded store", file, args: ["--data", join(folder, "plain.db")] },
    onPostgres,
  ];
  const alone = await withServers(contenders, 1, (servers, [loader]) => compare(servers, loader!));
  return [...alone, await withServers([onPostgres, onPostgres], 2, together)];
}

export const postgresBench: Bench = { name: "postgres", run: () => withData(run) };
