// The io of commands in a real process: its streams, working directory and environment.
import type { CommandIo } from "./command.ts";

/**
 * Prints to the process's streams. A reader that closes the pipe early (`contract diff | head -1`) does not
 * change the exit code.
 */
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
