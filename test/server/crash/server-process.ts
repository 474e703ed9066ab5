// Runs the server as users do: as a process of its own, from the bundle, that can be killed at any time.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { bundleProgram } from "../../../scripts/bundle-program.js";

const entry = fileURLToPath(new URL("../../../server/main.ts", import.meta.url));

/** Bundles the server as `npm start` does; returns the program's path. */
export async function bundleServer(t: Test): Promise<string> {
  const program = join(t.testdir(), "server.js");
  await bundleProgram(entry, program);
  return program;
}

interface LogLine {
  readonly msg?: string;
  readonly url?: string;
}

/** One server that is killed and restarted. */
export class ServerProcess {
  /** Log entries of requests that failed by the server's own fault; there must never be any. */
  readonly failures: string[] = [];
  readonly #program: string;
  readonly #flags: readonly string[];
  #child: ChildProcess | undefined;
  #url = "";

  /** @param flags  command-line flags; the port is a free one */
  constructor(program: string, flags: readonly string[]) {
    this.#program = program;
    this.#flags = flags;
  }

  /** The URL on which it listens, or listened last. */
  get url(): string {
    return this.#url;
  }

  /** Resolves when it responds; rejects with its output if it cannot start. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#program, "--port", "0", ...this.#flags], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const said: string[] = [];
    child.stderr.on("data", (text: Buffer) => said.push(text.toString()));
    await new Promise<void>((resolve, reject) => {
      child.once("close", () => {
        reject(new Error(`the server ended: ${said.join("")}`));
      });
      createInterface({ input: child.stdout }).on("line", (line) => {
        const { msg, url } = JSON.parse(line) as LogLine;
        if (msg === "a request failed") this.failures.push(line);
        if (msg !== "listening" || url === undefined) return;
        this.#url = url;
        resolve();
      });
    });
  }

  /** Kills it with SIGKILL: once this resolves, the process is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  }
}
