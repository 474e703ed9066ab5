// Runs the server in a process of its own, to test signals, exit codes and crashes.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** A started program. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Its output so far, both streams. */
  readonly output: () => string;
  /** Resolves with the exit code when it ends; null if a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts the program; it is killed when the test ends. */
export function runServer(
  t: { teardown: (end: () => void) => void },
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ServerProcess {
  const child = spawn(process.execPath, ["--import=tsx", main, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  t.teardown(() => child.kill("SIGKILL"));
  return { child, output: () => output, ended };
}

/** Resolves with the URL once the program listens. */
export async function listening(server: ServerProcess): Promise<string> {
  for (;;) {
    const url = /"url":"([^"]+)"/.exec(server.output())?.[1];
    if (url !== undefined) return url;
    if (server.child.exitCode !== null) throw new Error(`ended: ${server.output()}`);
    await once(server.child.stdout ?? server.child, "data");
  }
}
