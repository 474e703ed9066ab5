// How much of a store's own speed remains behind HTTP: the store alone, with commits shared by its writers,
// compared with the server on the same disk.
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { type Sample, takeSample } from "./sample.ts";
import {
  connections,
  firstPoolId,
  measure,
  millisecondsOfRound,
  rounds,
  type Running,
  scenarioNames,
  scenarios,
  serverCore,
  withServers,
} from "./server-bench.ts";
import { nextMessage, startOnCore } from "./server-process.ts";
import { median } from "./statistics.ts";
import type { CallOrder } from "./store-calls.ts";
import type { Table } from "./table.ts";
import { type BenchData, withData } from "./with-data.ts";

/** A store as flags of the server: for the server's data, and for the data of the store alone. */
interface Compared {
  readonly name: string;
  readonly server: readonly string[];
  readonly alone: readonly string[];
}

/** Results of one round. */
interface Round {
  readonly bare: Sample;
  readonly store: Sample;
  readonly http: Sample;
}

/** The contenders, measured in turn, round after round. */
interface Sides {
  readonly name: string;
  readonly store: ChildProcess;
  readonly servers: readonly Running[];
  readonly loader: ChildProcess;
}

/** Measures bare server, store alone and server alternately; returns a row for each scenario. */
async function compareWithStore({ name, store, servers, loader }: Sides): Promise<string[][]> {
  const [bare, http] = servers as [Running, Running];
  const ids = [await firstPoolId(bare), await firstPoolId(http)] as const;
  const rows: string[][] = [];
  for (const scenario of scenarioNames) {
    const order: CallOrder = { scenario, callers: connections, milliseconds: millisecondsOfRound };
    const measured: Round[] = [];
    // The first two rounds warm up.
    for (let round = -2; round < rounds; round++) {
      const each = {
        bare: await measure(loader, bare, scenarios[scenario](ids[0]), millisecondsOfRound),
        store: await takeSample({ name, pid: store.pid ?? 0 }, () => {
          store.send(order);
          return nextMessage(store);
        }),
        http: await measure(loader, http, scenarios[scenario](ids[1]), millisecondsOfRound),
      };
      if (round >= 0) measured.push(each);
    }
    const reach = scenario === "create" && name === "embedded" ? "≥ 0.50" : "";
    rows.push(rowOf(`${name}: ${scenario}`, measured, reach));
  }
  return rows;
}

function rowOf(name: string, measured: readonly Round[], reach: string): string[] {
  const figure = (of: (round: Round) => number): string => median(measured.map(of)).toFixed(2);
  const speed = (of: (round: Round) => Sample): string =>
    `${median(measured.map((round) => of(round).perSecond)).toFixed(0)} · ${median(measured.map((round) => of(round).p99)).toFixed(1)}`;
  const lesser = ({ bare, store }: Round): number => Math.min(bare.perSecond, store.perSecond);
  return [
    name,
    speed(({ bare }) => bare),
    speed(({ store }) => store),
    speed(({ http }) => http),
    figure(({ store, http }) => http.perSecond / store.perSecond),
    figure((round) => round.http.perSecond / lesser(round)),
    reach,
  ];
}

async function measureStore({ name, server, alone }: Compared): Promise<string[][]> {
  const contenders = [
    { name: "bare node:http, no validation", file: "bare-server.ts", args: [] },
    { name: `reference server, ${name}`, file: "reference-server.ts", args: server },
  ];
  return withServers(contenders, 1, async (servers, [loader]) => {
    const store = await startOnCore(serverCore, "store-calls.ts", alone);
    try {
      await nextMessage(store);
      return await compareWithStore({ name, store, servers, loader: loader! });
    } finally {
      store.kill("SIGKILL");
    }
  });
}

async function run({ folder, postgres }: BenchData): Promise<Table[]> {
  const { createDatabase } = await postgres();
  const database = async (): Promise<string[]> => ["--database-url", await createDatabase()];
  const file = (name: string): string[] => ["--data", join(folder, name)];
  const stores = [
    { name: "embedded", server: file("server.db"), alone: file("alone.db") },
    { name: "PostgreSQL", server: await database(), alone: await database() },
  ];
  const rows: string[][] = [];
  for (const store of stores) rows.push(...(await measureStore(store)));
  return [
    {
      title: `a store called by ${connections} at once, alone and behind HTTP, beside a bare server: calls a second · p99 in milliseconds`,
      columns: ["store", "bare server", "alone", "behind HTTP", "to alone", "to the lesser", "reach"],
      rows,
      note: "Every write is durable, and commits are shared. The lesser: of the bare server, which keeps nothing, and the store alone.",
    },
  ];
}

export const storesBench: Bench = { name: "stores", run: () => withData(run) };
