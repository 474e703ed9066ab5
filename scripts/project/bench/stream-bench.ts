// Streams: items a second and memory beside the package openai, and what features add to a bundle.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { bundleSize } from "./bundle-size.ts";
import { featurePackage, features } from "./feature-packages.ts";
import { foreignPackage } from "./foreign-packages.ts";
import { notFetched } from "../installed-apart.ts";
import { nextMessage, startOnCore } from "./server-process.ts";
import { median } from "./statistics.ts";
import type { StreamEffort } from "./stream-items.ts";
import type { Table } from "./table.ts";

const clientCore = 1;
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
const items = 100_000;

/** Ends by itself within two minutes. */
export const streamBench: Bench = {
  name: "stream",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "stream-bench-"));
    try {
      return [await streamTable(folder), await featureTable(folder)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function streamTable(folder: string): Promise<Table> {
  const streams = features.find(({ name }) => name === "streams of events")!;
  const own = await featurePackage(folder, streams);
  const foreign = foreignPackage("openai");
  const modules = {
    openai: foreign && join(foreign, "node_modules/openai/index.mjs"),
    ours: join(folder, "node_modules", own, "dist/generated/index.js"),
  };
  const efforts = new Map<string, StreamEffort[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, module] of Object.entries(modules))
      if (module !== undefined)
        efforts.set(name, [...(efforts.get(name) ?? []), await effortOf(name, module)]);
  const times = (name: string): number[] => (efforts.get(name) ?? []).map(({ processor }) => processor);
  const others = times("openai");
  return {
    title: `A stream of ${items} events: items in a second of processor time, and heap that grows`,
    columns: ["client", "items/s", "× openai", "heap MB", "reach"],
    rows: Object.entries(modules).map(([name, module]) => {
      if (module === undefined) return [name, notFetched];
      const ratio = median(times(name).map((time, round) => (others[round] ?? Number.NaN) / time));
      const growth = median((efforts.get(name) ?? []).map((one) => one.growth));
      return [
        name,
        (1e6 / median(times(name))).toFixed(0),
        ratio.toFixed(2),
        growth.toFixed(2),
        name === "ours" ? "≥ 3 × openai" : "",
      ];
    }),
    note: "From memory, in chunks of 100 events, with the sentinel [DONE]. Heap: the last item's over that after a tenth.",
  };
}

async function effortOf(name: string, module: string): Promise<StreamEffort> {
  const child = await startOnCore(clientCore, "stream-items.ts", [name, module], ["--expose-gc"]);
  try {
    await nextMessage(child);
    child.send(items);
    return (await nextMessage(child)) as StreamEffort;
  } finally {
    child.kill("SIGKILL");
  }
}

async function featureTable(folder: string): Promise<Table> {
  const sizes = new Map<string, number>();
  const rows: string[][] = [];
  for (const feature of features) {
    const name = await featurePackage(folder, feature);
    const size = await bundleSize(feature.program.replaceAll("PACKAGE", name), { folder });
    sizes.set(feature.name, size);
    const { beside } = feature;
    const more = beside === undefined ? undefined : size - (sizes.get(beside) ?? Number.NaN);
    rows.push([
      feature.name,
      (size / 1000).toFixed(2),
      more === undefined ? "" : `+${(more / 1000).toFixed(2)}`,
      beside ?? "",
      more === undefined ? "" : "≤ 0.60",
    ]);
  }
  return {
    title: "What features add to a bundle, minified and zipped",
    columns: ["program", "kB", "more", "than", "reach"],
    rows,
    note: "webhooks: with the validator of one small message.",
  };
}
