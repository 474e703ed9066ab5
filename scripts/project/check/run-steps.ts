// Runs the steps of a check: independent ones concurrently, and all of them even if one fails.
import { spawn } from "node:child_process";
import type { Step } from "./steps.ts";

/** Result of a step: passed, failed, or undecided because a remote service was unreachable. */
export type Verdict = "green" | "red" | "unknown";

/** Exit code of a step whose remote service is unreachable. */
const couldNotRun = 2;

interface Given {
  readonly write: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Number of concurrent steps. Default: 2. */
  readonly lanes?: number;
}

/**
 * Runs all steps in their order. A step that needs the whole machine (`alone`) waits for the others, and its
 * output is streamed; the output of the others is written at once when they end.
 *
 * @returns the verdicts, in the order of the steps
 */
export async function runSteps(steps: readonly Step[], given: Given): Promise<readonly Verdict[]> {
  const verdicts = new Map<Step, Verdict>();
  const queue = steps.filter(({ alone = false }) => !alone);
  const lane = async (): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift())
      verdicts.set(step, await runStep(step, given));
  };
  await Promise.all(Array.from({ length: given.lanes ?? 2 }, lane));
  for (const step of steps.filter(({ alone = false }) => alone))
    verdicts.set(step, await runStep(step, given));
  return steps.map((step) => verdicts.get(step) ?? "red");
}

async function runStep(step: Step, { write, env }: Given): Promise<Verdict> {
  const { name, command, fix, alone = false, failures, mayBeUnknown = false } = step;
  const started = performance.now();
  if (alone) write(`… ${name}\n`);
  const { ended, output } = await runCommand(command, { env, streamed: alone });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = ended === 0 ? "green" : mayBeUnknown && ended === couldNotRun ? "unknown" : "red";
  const [sign, after] = {
    green: ["✓", ""],
    unknown: ["?", ""],
    red: ["✗", `${typeof ended === "string" ? `: ${ended}` : ""}\nfix: ${fix}`],
  }[verdict];
  const again = verdict === "red" && failures !== undefined ? await runCommand(failures, { env }) : undefined;
  write(`${output}${again?.output ?? ""}${sign} ${name} (${seconds} s)${after}\n`);
  return verdict;
}

interface Ended {
  /** The exit code, the signal's name, or why the program could not be started. */
  readonly ended: number | string;
  /** Standard output and standard error; empty if streamed. */
  readonly output: string;
}

async function runCommand(
  [program = "", ...args]: readonly string[],
  { env, streamed = false }: { readonly env: NodeJS.ProcessEnv; readonly streamed?: boolean },
): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: ["ignore", streamed ? "inherit" : "pipe", streamed ? "inherit" : "pipe"],
    shell: process.platform === "win32",
    env,
  });
  const said: Buffer[] = [];
  child.stdout?.on("data", (piece: Buffer) => void said.push(piece));
  child.stderr?.on("data", (piece: Buffer) => void said.push(piece));
  const ended = await new Promise<number | string>((done) => {
    child.once("error", ({ message }) => {
      done(message);
    });
    child.once("close", (code, signal) => {
      done(code ?? signal ?? 1);
    });
  });
  return { ended, output: Buffer.concat(said).toString() };
}
