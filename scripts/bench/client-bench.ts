// What a call through the client costs beside bare openapi-fetch and bare fetch: processor time, bundle size, time to import.
import { spawn, spawnSync } from "node:child_process";
import type { Bench } from "./bench.ts";
import { bareOpenapiFetch, bundleSize, oneResource, wholeClient } from "./bundle-size.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
const callers = ["fetch", "Node transport", "openapi-fetch", "client", "client, Node transport"] as const;
type Caller = (typeof callers)[number];

/** Ends by itself within a minute. */
export const clientBench: Bench = {
  name: "client",
  run: async () => [await callTable(), await sizeTable(), importTable()],
};

async function callTable(): Promise<Table> {
  const server = spawn(process.execPath, ["--import=tsx", "scripts/bench/bare-server-of-one-pool.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await new Promise<string>((resolve) => {
      server.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    });
    const samples = new Map<Caller, number[]>(callers.map((caller) => [caller, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const caller of callers) samples.get(caller)?.push(microsecondsOfCall(caller, url));
    }
    const bare = median(samples.get("fetch") ?? []);
    const openapiFetch = median(samples.get("openapi-fetch") ?? []);
    const rows = callers.map((caller) => {
      const microseconds = median(samples.get(caller) ?? []);
      const ratios = [microseconds / bare, microseconds / openapiFetch];
      return [caller, microseconds.toFixed(0), ...ratios.map((ratio) => ratio.toFixed(2))];
    });
    return {
      title: "One GET over loopback, processor time",
      columns: ["through", "µs", "× fetch", "× openapi-fetch"],
      rows,
    };
  } finally {
    server.kill();
  }
}

/** In a process of its own, so that no caller warms up the code of another. */
function microsecondsOfCall(caller: Caller, url: string): number {
  const { stdout } = spawnSync(
    process.execPath,
    ["--import=tsx", "scripts/bench/client-calls.ts", caller, url],
    {
      encoding: "utf8",
    },
  );
  return Number(stdout);
}

async function sizeTable(): Promise<Table> {
  const programs = {
    "openapi-fetch": bareOpenapiFetch,
    "one resource": oneResource,
    "whole client": wholeClient,
  };
  const rows = [];
  for (const [name, program] of Object.entries(programs)) {
    rows.push([name, ((await bundleSize(program)) / 1000).toFixed(2)]);
  }
  return { title: "Bundled, minified, gzip", columns: ["program", "kB"], rows };
}

function importTable(): Table {
  const modules = { "openapi-fetch": "openapi-fetch", client: "./client/index.ts" };
  const rows = Object.entries(modules).map(([name, module]) => [
    name,
    median(Array.from({ length: rounds }, () => millisecondsToImport(module))).toFixed(1),
  ]);
  return { title: "Import in Node, from a bundle of its own", columns: ["module", "ms"], rows };
}

/** How long a new process takes to import a module that esbuild has bundled beforehand. */
export function millisecondsToImport(module: string): number {
  const { stdout } = spawnSync(process.execPath, ["--import=tsx", "scripts/bench/time-import.ts", module], {
    encoding: "utf8",
  });
  return Number(stdout);
}
