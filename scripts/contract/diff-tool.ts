// Entry point of the bundled tool for comparisons of two documents, which are to end at once: it has only
// what they run.
import { processIo } from "./cli/process-io.ts";
import { runAmong } from "./cli/run-among.ts";
import { diffCommand } from "./diff/diff-command.ts";
import { diffCommands } from "./diff/diff-commands.ts";

/** Runs `contract diff`, and sets the exit code of the process. */
export async function run(): Promise<void> {
  // A config may have flags of every command of its section.
  const commands = new Map([...diffCommands, ["diff", () => Promise.resolve(diffCommand)]]);
  process.exitCode = await runAmong(process.argv.slice(2), processIo(process), commands);
}
