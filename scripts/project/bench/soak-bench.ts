// A server under steady load for a minute, or for BENCH_SOAK_SECONDS: its memory is sampled throughout, and
// must not grow.
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import type { LoadOrder, LoadResult } from "./load.ts";
import type { MemoryReport } from "./reference-server.ts";
import { firstPoolId, type Running, scenarios, withServers } from "./server-bench.ts";
import { nextMessage } from "./server-process.ts";
import { slope } from "./statistics.ts";
import type { Table } from "./table.ts";
import { type BenchData, withData } from "./with-data.ts";

const seconds = Number(process.env["BENCH_SOAK_SECONDS"] ?? 60);
/** The first part is warm-up: the engine compiles, and caches and the database's buffers fill. */
const warmUp = seconds / 3;
const connections = 16;
const milliseconds = 500;

/** One memory sample of the server. */
interface Look {
  readonly minutes: number;
  readonly memory: MemoryReport;
}

/** Loads a server with all scenarios in turn, and samples its memory after garbage collection after each. */
async function soak(server: Running, loader: Parameters<typeof nextMessage>[0]): Promise<string[]> {
  const poolId = await firstPoolId(server);
  const startedAt = performance.now();
  const looks: Look[] = [];
  let responses = 0;
  let longest = 0;
  for (let elapsed = 0; elapsed < seconds;) {
    for (const request of Object.values(scenarios)) {
      const order: LoadOrder = { port: server.port, request: request(poolId), connections, milliseconds };
      loader.send(order);
      const result = (await nextMessage(loader)) as LoadResult | { readonly error: string };
      if ("error" in result) throw new Error(`${server.name}: ${result.error}`);
      responses += result.responses;
      longest = Math.max(longest, result.p99);
    }
    server.child.send("memory");
    const memory = (await nextMessage(server.child)) as MemoryReport;
    elapsed = (performance.now() - startedAt) / 1000;
    if (elapsed >= warmUp) looks.push({ minutes: elapsed / 60, memory });
  }
  return [
    server.name,
    String(responses),
    longest.toFixed(1),
    ...growth(looks, "heapUsed"),
    ...growth(looks, "rss"),
  ];
}

/** Returns the first and the last sample, and the growth in megabytes per minute. */
function growth(looks: readonly Look[], what: keyof MemoryReport): string[] {
  const points = looks.map(({ minutes, memory }) => [minutes, memory[what] / 1e6] as const);
  const [first, last] = [points[0]?.[1] ?? Number.NaN, points.at(-1)?.[1] ?? Number.NaN];
  return [`${first.toFixed(1)} → ${last.toFixed(1)}`, slope(points).toFixed(2)];
}

async function run({ folder, postgres }: BenchData): Promise<Table[]> {
  const { createDatabase } = await postgres();
  const nodeFlags = ["--expose-gc"];
  // Fills the database's caches, which would otherwise take minutes to fill.
  const seed = ["--seed-pools", "100000"];
  const file = "reference-server.ts";
  const contenders = [
    { name: "embedded store", file, args: [...seed, "--data", join(folder, "soak.db")], nodeFlags },
    { name: "PostgreSQL", file, args: [...seed, "--database-url", await createDatabase()], nodeFlags },
  ];
  const rows = await withServers(contenders, 1, async (servers, [loader]) => {
    const soaked: string[][] = [];
    for (const server of servers) soaked.push(await soak(server, loader!));
    return soaked;
  });
  return [
    {
      title: `${seconds} seconds of creating, fetching and listing each; memory in MB from second ${warmUp.toFixed(0)} on`,
      columns: ["server", "responses", "worst p99", "heap in use", "a minute", "resident", "a minute"],
      rows,
      note: "The heap is what is left after a full collection. What a minute adds is the slope of a line through all looks.",
    },
  ];
}

export const soakBench: Bench = { name: "soak", run: () => withData(run) };
