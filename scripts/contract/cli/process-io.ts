// The real outside world for commands: the process's streams, directory and environment.
import type { CommandIo } from "./command.ts";

/** Prints to the process's streams. A reader that leaves early (`contract diff | head -1`) changes no exit code. */
export function processIo(source: NodeJS.Process): CommandIo {
  for (const stream of [source.stdout, source.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    out: (text) => void source.stdout.write(`${text}\n`),
    err: (text) => void source.stderr.write(`${text}\n`),
    cwd: source.cwd(),
    env: source.env,
  };
}
