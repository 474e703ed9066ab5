// Compares the cost of a call through a client, and of its import, between our client and others, in
// processor time.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import type { Call } from "./client-calls.ts";
import { type Client, type ClientName, prepareClients } from "./clients.ts";
import { notFetched } from "../installed-apart.ts";
import type { ImportTimes } from "./time-import.ts";
import { nextMessage, startOnCore } from "./server-process.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";

const serverCore = 0;
const clientCore = 1;
const rounds = 4 * Number(process.env["BENCH_ROUNDS"] ?? 5);
const imports = 15;

/** Targets are printed for people; a missed one fails nothing. */
const reach: Partial<Record<ClientName, string>> = {
  ours: "≤ 1.2 × openapi-fetch",
  "ours, Node transport": "≤ 0.5 × fetch",
};

/** Ends by itself within three minutes. */
export const clientBench: Bench = {
  name: "client",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "client-bench-"));
    try {
      const clients = await prepareClients(folder);
      return [await callTable(clients), await importTable(clients)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function callTable(clients: readonly Client[]): Promise<Table> {
  const server = await startOnCore(serverCore, "bare-server-of-one-pool.ts");
  const children = new Map<ClientName, ChildProcess>();
  try {
    const baseUrl = `${String(await nextMessage(server))}/v1`;
    for (const { name, module } of clients) {
      if (module === undefined) continue;
      const child = await startOnCore(clientCore, "client-calls.ts", [name, module, baseUrl]);
      await nextMessage(child);
      children.set(name, child);
    }
    const reads = await inTurn(children, "read");
    const writes = await inTurn(children, "write");
    return {
      title: "A call over loopback, GET and POST with JSON: microseconds of processor time, and ratios",
      columns: [
        "through",
        "GET µs",
        "× fetch",
        "× openapi-fetch",
        "POST µs",
        "× fetch",
        "× openapi-fetch",
        "reach",
      ],
      rows: clients.map(({ name, module }) =>
        module === undefined
          ? [name, notFetched]
          : [name, ...callCells(reads, name), ...callCells(writes, name), reach[name] ?? ""],
      ),
      note: "twilio: a message read and one sent as a form, since it calls nothing else. The others make the same two calls.",
    };
  } finally {
    for (const child of [server, ...children.values()]) child.kill("SIGKILL");
  }
}

type Times = ReadonlyMap<ClientName, readonly number[]>;

/** Short rounds, all clients in turn, so that other load on the machine affects each equally. */
async function inTurn(children: ReadonlyMap<ClientName, ChildProcess>, call: Call): Promise<Times> {
  const times = new Map([...children.keys()].map((name): [ClientName, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, child] of children) {
      child.send(call);
      times.get(name)?.push(Number(await nextMessage(child)));
    }
  }
  return times;
}

/** Returns the median, and the medians of the ratios to the others in the same round. */
function callCells(times: Times, name: ClientName): string[] {
  const own = times.get(name) ?? [];
  const ratio = (other: ClientName): string =>
    median(own.map((time, round) => time / (times.get(other)?.[round] ?? Number.NaN))).toFixed(2);
  return [median(own).toFixed(0), ratio("fetch"), ratio("openapi-fetch")];
}

async function importTable(clients: readonly Client[]): Promise<Table> {
  const times = new Map<ClientName, ImportTimes[]>(clients.map(({ name }) => [name, []]));
  for (let round = 0; round < imports; round += 1) {
    for (const { name, module } of clients) {
      if (module === undefined) continue;
      const child = await startOnCore(clientCore, "time-import.ts", [module]);
      times.get(name)?.push((await nextMessage(child)) as ImportTimes);
      if (child.exitCode === null) await once(child, "exit");
    }
  }
  const cells = (name: ClientName, figure: keyof ImportTimes): string =>
    median((times.get(name) ?? []).map((each) => each[figure])).toFixed(1);
  return {
    title: `Import in a new process of Node, as installed: milliseconds, median of ${imports}`,
    columns: ["client", "processor", "passed", "reach"],
    rows: clients.map(({ name, module }) =>
      module === undefined
        ? [name, notFetched]
        : [name, cells(name, "processor"), cells(name, "wall"), name === "ours" ? "≤ 20" : ""],
    ),
    note: "fetch: an empty module.",
  };
}
