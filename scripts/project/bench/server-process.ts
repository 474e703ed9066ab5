// A benchmark process on a core of its own, with its time and memory as the system reports them.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../../bundle-program.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundles = fileURLToPath(new URL("../../../dist/bench/", import.meta.url));

/**
 * Starts one of this folder's files on one core, bundled like the server itself: running TypeScript directly
 * wraps every function, which costs a tenth of the speed.
 */
export async function startOnCore(
  core: number,
  file: string,
  args: readonly string[] = [],
  nodeFlags: readonly string[] = [],
): Promise<ChildProcess> {
  const bundle = join(bundles, `${basename(file, ".ts")}.js`);
  await bundleProgram(join(here, file), bundle);
  return spawn("taskset", ["-c", String(core), process.execPath, ...nodeFlags, bundle, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** Resolves with the next message of a process. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const signal = AbortSignal.timeout(30_000);
  const [message] = (await once(child, "message", { signal })) as unknown[];
  return message;
}

const pageSize = 4096;

/** Processor time of all threads of a process since its start, in seconds. */
export interface ProcessorTime {
  readonly used: number;
  /** Time in which the process was ready to run but others ran. */
  readonly waited: number;
}

/**
 * Returns the scheduler's statistics of a process's threads, in nanosecond resolution.
 * https://docs.kernel.org/scheduler/sched-stats.html
 */
export function processorTime(pid: number): ProcessorTime {
  let used = 0;
  let waited = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [ran, queued] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ");
    used += Number(ran) / 1e9;
    waited += Number(queued) / 1e9;
  }
  return { used, waited };
}

/** Returns the resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageSize;
}
