// The mocks of the README's table: how each is started, at a pinned version, according to its documentation.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { installedApart } from "../installed-apart.ts";
import { type RunningPeer, token } from "./behaviours.ts";

const document = fileURLToPath(new URL("tasks.json", import.meta.url));
const project = fileURLToPath(new URL("../../..", import.meta.url));

export interface Peer {
  readonly name: string;
  /** Undefined if its package cannot be fetched. */
  readonly start: (folder: string) => Promise<RunningPeer> | undefined;
}

export const peers: readonly Peer[] = [
  { name: "Prism 5.14.2", start: () => startOf("@stoplight/prism-cli@5.14.2", startPrism) },
  {
    name: "Counterfact 1.4.0",
    start: (folder) => startOf("counterfact@1.4.0", (root) => startCounterfact(root, folder)),
  },
  { name: "contract mock", start: (folder) => startOurs(folder) },
];

function startOf(
  wanted: string,
  start: (root: string) => Promise<RunningPeer>,
): Promise<RunningPeer> | undefined {
  const root = installedApart([wanted], 300_000);
  return root === undefined ? undefined : start(join(root, "node_modules"));
}

async function startPrism(root: string): Promise<RunningPeer> {
  const port = await freePort();
  const program = join(root, "@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [program, "mock", "-p", String(port), document], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await responding(`${url}/stats`);
  // `Prefer` selects a declared response: https://docs.stoplight.io/docs/prism/beeaea9f3d2b1-prism-cli
  const fail = () => Promise.resolve({ Prefer: "code=503" });
  return { url, fail, restart: () => killed(child).then(() => startPrism(root)), stop: () => killed(child) };
}

async function startCounterfact(root: string, folder: string): Promise<RunningPeer> {
  const port = await freePort();
  const program = join(root, "counterfact/bin/counterfact.js");
  const flags = ["--generate", "--serve", "--port", String(port)];
  const child = spawn(process.execPath, [program, document, join(folder, "counterfact"), ...flags], {
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  await responding(`${url}/stats`);
  return {
    url,
    restart: () => killed(child).then(() => startCounterfact(root, folder)),
    stop: () => killed(child),
  };
}

async function startOurs(folder: string): Promise<RunningPeer> {
  const port = await freePort();
  const flags = [
    "--port",
    String(port),
    "--data",
    join(folder, "mock.db"),
    "--credential",
    `token=${token}`,
    "--quiet",
  ];
  const child = spawn(process.execPath, [join(project, "scripts/contract.js"), "mock", document, ...flags], {
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  await responding(`${url}/stats`);
  const fail = async (operationId: string): Promise<Record<string, string>> => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    const rule = JSON.stringify({ operationId, status: 503, count: 1 });
    await fetch(`${url}/_control/faults`, { method: "POST", headers, body: rule });
    return {};
  };
  return { url, fail, restart: () => killed(child).then(() => startOurs(folder)), stop: () => killed(child) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, thus the address is not a string.
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Polls until the mock responds, at most for a minute. */
async function responding(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error(`nothing answers at ${url}`);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
