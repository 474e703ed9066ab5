// Time from the command to the first response, and the server's memory at that point.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import type { Bench } from "./bench.ts";
import { residentBytes } from "./server-process.ts";
import { startFlags } from "./start-flags.ts";
import { median } from "./statistics.ts";
import { withData } from "./with-data.ts";

const program = fileURLToPath(new URL("../../start.js", import.meta.url));
const starts = 7;

interface Start {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Starts the program as users do, and polls until it responds. */
async function startOnce(args: readonly string[], port: number): Promise<Start> {
  const options = ["--port", String(port), "--log-level", "silent"];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...startFlags, program, ...options, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  try {
    while (!(await responses(port))) await sleep(2);
    return { milliseconds: performance.now() - startedAt, bytes: residentBytes(child.pid ?? 0) };
  } finally {
    child.kill("SIGKILL");
  }
}

function responses(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const { accountId, authToken } = demoAccount;
    const sent = request(
      { port, path: "/v1/SenderPools", auth: `${accountId}:${authToken}`, agent: false },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode === 200));
      },
    );
    sent.on("error", () => resolve(false));
    sent.end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

async function row(name: string, args: readonly string[], reach: number): Promise<string[]> {
  const measured: Start[] = [];
  for (let count = -1; count < starts; count++) {
    const start = await startOnce(args, await freePort());
    // The first start bundles the program if the bundle is stale; it is not measured.
    if (count >= 0) measured.push(start);
  }
  const times = measured.map(({ milliseconds }) => milliseconds);
  return [
    name,
    median(times).toFixed(0),
    Math.min(...times).toFixed(0),
    `≤ ${reach}`,
    (median(measured.map(({ bytes }) => bytes)) / 1e6).toFixed(0),
  ];
}

export const startBench: Bench = {
  name: "start",
  run: () =>
    withData(async ({ folder }) => {
      const rows = [
        await row("in memory", ["--memory"], 200),
        await row("embedded store", ["--data", join(folder, "start.db")], 250),
      ];
      const title = `first response after what \`npm start\` runs, median of ${starts}`;
      return [{ title, columns: ["server", "ms", "the quickest", "reach", "MB"], rows }];
    }),
};
