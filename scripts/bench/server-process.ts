// A process of the benchmark on a core of its own, and what the system says of its time and memory.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../bundle-program.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundles = fileURLToPath(new URL("../../dist/bench/", import.meta.url));

/**
 * Starts one of this folder's files on one core, bundled as the server itself is when it runs: what runs TypeScript directly
 * wraps every function, and costs a tenth of the speed.
 */
export async function startOnCore(
  core: number,
  file: string,
  args: readonly string[] = [],
): Promise<ChildProcess> {
  const bundle = join(bundles, `${basename(file, ".ts")}.js`);
  await bundleProgram(join(here, file), bundle);
  return spawn("taskset", ["-c", String(core), process.execPath, bundle, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** The next message a process sends. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const signal = AbortSignal.timeout(30_000);
  const [message] = (await once(child, "message", { signal })) as unknown[];
  return message;
}

const ticksPerSecond = 100;
const pageSize = 4096;

/** Seconds of processor time a process has used (proc(5): fields 14 and 15 of `stat`). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Bytes a process has in memory. */
export function residentBytes(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageSize;
}
