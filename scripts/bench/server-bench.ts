// Requests a second of the reference server, its stores and its checks, beside a bare server and a hand-written one.
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoAccount } from "../../server/accounts.ts";
import type { Bench } from "./bench.ts";
import type { LoadOrder, LoadResult } from "./load.ts";
import { cpuSeconds, nextMessage, residentBytes, startOnCore } from "./server-process.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";

const serverCore = 0;
const loadCore = 1;
const connections = 64;
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
const millisecondsOfRound = Number(process.env["BENCH_MS"] ?? 1000);

/** A server to compare: a file of this folder and its arguments. */
export interface Contender {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
}

/** A server that listens. */
export interface Running extends Contender {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

/** What one round of one scenario gave. */
export interface Sample extends LoadResult {
  readonly perSecond: number;
  readonly cpuPerAnswer: number;
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
type Scenario = keyof typeof scenarios;
const scenarioNames: readonly Scenario[] = ["fetch", "list", "create"];

function contenders(folder: string): Contender[] {
  const ours = "reference-server.ts";
  const file = (name: string): string[] => ["--data", join(folder, name)];
  return [
    { name: "bare node:http, no validation", file: "bare-server.ts", args: [] },
    { name: "Fastify, written by hand", file: "fastify-server.ts", args: [] },
    { name: "reference server, in memory", file: ours, args: ["--memory"] },
    { name: "… answers validated too", file: ours, args: ["--memory", "--validate-answers"] },
    { name: "reference server, embedded store", file: ours, args: file("plain.db") },
    { name: "… answers validated too", file: ours, args: [...file("checked.db"), "--validate-answers"] },
  ];
}

async function start(contender: Contender): Promise<Running> {
  const child = await startOnCore(serverCore, contender.file, contender.args);
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
  const before = cpuSeconds(server.pid);
  const order: LoadOrder = { port: server.port, request: text, connections, milliseconds };
  loader.send(order);
  const result = (await nextMessage(loader)) as LoadResult | { error: string };
  if ("error" in result) throw new Error(`${server.name}: ${result.error}`);
  const cpu = cpuSeconds(server.pid) - before;
  return { ...result, perSecond: result.answers / result.seconds, cpuPerAnswer: cpu / result.answers };
}

/** Fills a page, and returns the id of a pool in it. */
async function firstPoolId(server: Running): Promise<string> {
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

/** Rounds of every scenario, all servers in turn; the first one is what the others are compared with. */
export async function compare(servers: readonly Running[], loader: ChildProcess): Promise<Table[]> {
  const samples = new Map<string, Sample[]>();
  const ids = new Map<Running, string>();
  for (const server of servers) ids.set(server, await firstPoolId(server));
  for (const scenario of scenarioNames) {
    for (let round = -1; round < rounds; round++) {
      for (const [index, server] of servers.entries()) {
        const text = scenarios[scenario](ids.get(server) ?? "");
        const sample = await measure(loader, server, text, millisecondsOfRound);
        const key = `${scenario} ${index}`;
        if (round >= 0) samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
  const of = (scenario: Scenario, index: number): Sample[] => samples.get(`${scenario} ${index}`) ?? [];
  return [ratios(servers, of), details(servers, of)];
}

type SamplesOf = (scenario: Scenario, index: number) => Sample[];

/** Every round is compared with the bare server's same round; the machine was in the same mood. */
function ratios(servers: readonly Running[], of: SamplesOf): Table {
  const ratio = (scenario: Scenario, index: number, figure: (sample: Sample) => number): string =>
    median(
      of(scenario, index).map((sample, round) => figure(sample) / figure(of(scenario, 0)[round]!)),
    ).toFixed(2);
  const throughput = (sample: Sample): number => sample.perSecond;
  const perCpu = (sample: Sample): number => 1 / sample.cpuPerAnswer;
  return {
    title: `requests a second, as a ratio to the bare server (in brackets: requests for the same processor time); ${connections} connections`,
    columns: ["server", ...scenarioNames],
    rows: servers.map(({ name }, index) => [
      name,
      ...scenarioNames.map(
        (scenario) => `${ratio(scenario, index, throughput)} (${ratio(scenario, index, perCpu)})`,
      ),
    ]),
  };
}

function details(servers: readonly Running[], of: SamplesOf): Table {
  return {
    title: "requests a second and p99 in milliseconds; memory afterwards",
    columns: ["server", ...scenarioNames, "MB"],
    rows: servers.map(({ name, pid }, index) => [
      name,
      ...scenarioNames.map((scenario) => {
        const perSecond = median(of(scenario, index).map((sample) => sample.perSecond));
        const p99 = median(of(scenario, index).map((sample) => sample.p99));
        return `${perSecond.toFixed(0)} · ${p99.toFixed(1)}`;
      }),
      (residentBytes(pid) / 1e6).toFixed(0),
    ]),
  };
}

/** Starts servers, and some processes to load them with; ends them all. */
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
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "sender-pools-bench-"));
    try {
      return await withServers(contenders(folder), 1, (servers, [loader]) => compare(servers, loader!));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
