// Requests per second of the reference server with each store and check, compared with a bare server and a
// hand-written one.
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import type { Bench } from "./bench.ts";
import type { LoadOrder } from "./load.ts";
import { type Sample, takeSample } from "./sample.ts";
import { nextMessage, residentBytes, startOnCore } from "./server-process.ts";
import { type Compared, detailTable, type Measured, ratioTable, type Scenario } from "./server-tables.ts";
import { startFlags } from "./start-flags.ts";
import type { Table } from "./table.ts";
import { withData } from "./with-data.ts";

export const serverCore = 0;
const loadCore = 1;
export const connections = 64;
export const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
export const millisecondsOfRound = Number(process.env["BENCH_MS"] ?? 1000);

/** The engine compiles during the first responses. */
const responsesToWarmUp = 4000;

/** A compared server: a file of this folder and its arguments. */
interface Contender extends Compared {
  readonly file: string;
  readonly args: readonly string[];
  readonly nodeFlags?: readonly string[];
}

/** A running server. */
export interface Running extends Contender {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

const authorization = Buffer.from(`${demoAccount.accountId}:${demoAccount.authToken}`).toString("base64");
const newPool = JSON.stringify({
  name: "Sales Leads - APAC",
  tags: { region: "APAC", greeting: "Hello" },
});

function request(method: string, path: string, body = ""): string {
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    `Authorization: Basic ${authorization}`,
    "Accept: application/json",
    ...(body === "" ? [] : ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** The requests, as bytes on the wire. */
export const scenarios = {
  create: () => request("POST", "/v1/SenderPools", newPool),
  fetch: (poolId: string) => request("GET", `/v1/SenderPools/${poolId}`),
  list: () => request("GET", "/v1/SenderPools?pageSize=50"),
};

/** Creating comes last: it fills the memory. */
export const scenarioNames: readonly Scenario[] = ["fetch", "list", "create"];

/** Targets are printed for people; a missed one fails nothing. */
const inMemory = { fetch: 0.95, list: 0.9, create: 0.95, megabytes: 100 };
const inMemoryChecked = { fetch: 0.9, list: 0.8, create: 0.85, megabytes: 100 };
const embedded = { fetch: 0.85, list: 0.7, create: 0.95, megabytes: 150 };

function contenders(folder: string): Contender[] {
  const ours = { file: "reference-server.ts", nodeFlags: startFlags };
  const data = (name: string): string[] => ["--data", join(folder, name)];
  const checked = "--validate-responses";
  return [
    { name: "bare node:http, no validation", file: "bare-server.ts", args: [] },
    { name: "Fastify, written by hand", file: "fastify-server.ts", args: [] },
    { name: "made by contract server", file: "generated-server.ts", args: [] },
    { name: "… past Fastify's hooks", file: "generated-server.ts", args: ["--direct"] },
    { name: "reference server, in memory", ...ours, args: ["--memory"], reach: inMemory },
    { name: "… responses validated too", ...ours, args: ["--memory", checked], reach: inMemoryChecked },
    { name: "reference server, embedded store", ...ours, args: data("plain.db"), reach: embedded },
    { name: "… responses validated too", ...ours, args: [...data("checked.db"), checked] },
  ];
}

async function start(contender: Contender): Promise<Running> {
  const child = await startOnCore(serverCore, contender.file, contender.args, contender.nodeFlags);
  const message = await nextMessage(child);
  const port =
    typeof message === "object" && message && "port" in message ? Number(message.port) : Number.NaN;
  if (child.pid === undefined || Number.isNaN(port)) throw new Error(`${contender.name} did not start`);
  return { ...contender, child, pid: child.pid, port };
}

/** Loads one server for a while. */
export async function measure(
  loader: ChildProcess,
  server: Running,
  text: string,
  milliseconds: number,
): Promise<Sample> {
  const order: LoadOrder = { port: server.port, request: text, connections, milliseconds };
  return takeSample(server, () => {
    loader.send(order);
    return nextMessage(loader);
  });
}

/** Creates a page of pools, and returns the id of one of them. */
export async function firstPoolId(server: Running): Promise<string> {
  const url = `http://127.0.0.1:${server.port}/v1/SenderPools`;
  const headers = { Authorization: `Basic ${authorization}`, "Content-Type": "application/json" };
  for (let count = 0; count < 60; count++) {
    await (await fetch(url, { method: "POST", headers, body: newPool })).arrayBuffer();
  }
  const page = (await (await fetch(`${url}?pageSize=50`, { headers })).json()) as {
    senderPools: { id: string }[];
  };
  return page.senderPools[0]?.id ?? "";
}

/** Runs rounds of every scenario, all servers in turn; the first one is the baseline. */
export async function compare(servers: readonly Running[], loader: ChildProcess): Promise<Table[]> {
  const ids = new Map<Running, string>();
  for (const server of servers) ids.set(server, await firstPoolId(server));
  const measured = servers.map((server): Measured & { readonly pid: number } => {
    const samples = { fetch: [], list: [], create: [] };
    return { ...server, samples, bytesReading: 0, bytesAfterwards: 0, created: 0 };
  });
  for (const scenario of scenarioNames) {
    if (scenario === "create") for (const each of measured) each.bytesReading = residentBytes(each.pid);
    const measureRound = async (server: Running, each: Measured): Promise<Sample> => {
      const text = scenarios[scenario](ids.get(server) ?? "");
      const sample = await measure(loader, server, text, millisecondsOfRound);
      if (scenario === "create") each.created += sample.responses;
      return sample;
    };
    for (const [index, server] of servers.entries()) {
      let responses = 0;
      while (responses < responsesToWarmUp)
        responses += (await measureRound(server, measured[index]!)).responses;
    }
    for (let round = 0; round < rounds; round++) {
      for (const [index, server] of servers.entries()) {
        const each = measured[index]!;
        each.samples[scenario].push(await measureRound(server, each));
      }
    }
  }
  for (const each of measured) each.bytesAfterwards = residentBytes(each.pid);
  return [ratioTable(measured), detailTable(measured)];
}

/** Starts servers and load generators; stops all of them at the end. */
export async function withServers<Result>(
  contenders: readonly Contender[],
  loaderCount: number,
  work: (servers: readonly Running[], loaders: readonly ChildProcess[]) => Promise<Result>,
): Promise<Result> {
  const loaders: ChildProcess[] = [];
  const servers: Running[] = [];
  try {
    while (loaders.length < loaderCount) loaders.push(await startOnCore(loadCore, "load.ts"));
    for (const contender of contenders) servers.push(await start(contender));
    return await work(servers, loaders);
  } finally {
    for (const { child } of [...servers, ...loaders.map((child) => ({ child }))]) child.kill("SIGKILL");
  }
}

export const serverBench: Bench = {
  name: "server",
  run: () =>
    withData(({ folder }) =>
      withServers(contenders(folder), 1, (servers, [loader]) => compare(servers, loader!)),
    ),
};
