// Runs a Node program to its end, and measures the processor time and memory of the program and its child
// processes.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

/** Cost of a run. */
export interface Effort {
  readonly ok: boolean;
  /** Seconds of processor time. */
  readonly processor: number;
  readonly seconds: number;
  /** Peak memory, in megabytes. */
  readonly megabytes: number;
}

/**
 * Indices after the name, which may contain spaces:
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
const statFields = { user: 11, system: 12, userOfEnded: 13, systemOfEnded: 14 };

/** On Linux the unit is a hundredth of a second, on every machine. */
const ticksOfSecond = 100;

/**
 * Code that runs in the program's process: at exit, reports the processor time of the process and of its
 * awaited children.
 */
const report = `
  import { readdirSync, readFileSync, writeSync } from "node:fs";
  import { isMainThread } from "node:worker_threads";
  // A thread of the program gets this, too, and would tell of the same process.
  if (isMainThread) process.on("exit", () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    let seconds = (userCPUTime + systemCPUTime) / 1e6;
    let left = [];
    try {
      const fields = readFileSync("/proc/self/stat", "utf8").replace(/.*\\) /s, "").split(" ").map(Number);
      seconds += (fields[${statFields.userOfEnded}] + fields[${statFields.systemOfEnded}]) / ${ticksOfSecond};
      left = readdirSync("/proc/self/task").flatMap((task) =>
        readFileSync("/proc/self/task/" + task + "/children", "utf8").split(" ").filter(Boolean).map(Number));
    } catch {}
    writeSync(3, JSON.stringify({ seconds, left }));
  });
`;

/** The report. `left` are child processes that continue, such as a compiler that waits for more work. */
interface Report {
  readonly seconds: number;
  readonly left: readonly number[];
}

/** Runs the program; its output is discarded. Child processes are measured on Linux only. */
export async function runMeasured(args: readonly string[], cwd: string = process.cwd()): Promise<Effort> {
  const startedAt = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    cwd,
  });
  const own = text(child.stdio[3] as NodeJS.ReadableStream);
  const watch = watchTree(child);
  const [code] = (await once(child, "close")) as [number | null];
  const seconds = (performance.now() - startedAt) / 1000;
  const { used, megabytes } = watch.end();
  const { seconds: processor, left } = JSON.parse((await own) || '{ "seconds": 0, "left": [] }') as Report;
  return {
    ok: code === 0,
    processor: left.reduce((sum, each) => sum + (used.get(each) ?? 0), processor),
    seconds,
    megabytes,
  };
}

/** Samples a process and its descendants every few milliseconds. */
function watchTree({ pid = 0 }: ChildProcess): {
  end(): { readonly used: ReadonlyMap<number, number>; readonly megabytes: number };
} {
  let most = 0;
  const used = new Map<number, number>();
  const look = (): void => {
    const others = descendants(pid);
    const held = [pid, ...others].reduce((sum, each) => sum + peakBytes(each), 0);
    most = Math.max(most, held);
    for (const each of others) used.set(each, Math.max(used.get(each) ?? 0, secondsOf(each)));
  };
  const timer = setInterval(look, 10);
  return {
    end() {
      clearInterval(timer);
      return { used, megabytes: most / 1e6 };
    },
  };
}

function descendants(pid: number): number[] {
  const children = tasks(pid).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function tasks(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function peakBytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

function secondsOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).replace(/.*\) /s, "").split(" ").map(Number);
  return ((fields[statFields.user] ?? 0) + (fields[statFields.system] ?? 0)) / ticksOfSecond;
}

/**
 * Returns seconds of processor time of the child processes of this one that have ended, theirs included; 0 on
 * other systems than Linux.
 */
export function secondsOfEnded(): number {
  const fields = read("/proc/self/stat").replace(/.*\) /s, "").split(" ").map(Number);
  return ((fields[statFields.userOfEnded] ?? 0) + (fields[statFields.systemOfEnded] ?? 0)) / ticksOfSecond;
}

/** Returns the text of a file; empty if the process has ended or the file does not exist. */
function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
