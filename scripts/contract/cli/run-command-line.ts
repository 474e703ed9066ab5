// Runs a command line of `contract`.
import type { CommandIo, ExitCode } from "./command.ts";
import { commands as allCommands } from "./commands.ts";
import { type CommandTable, runAmong } from "./run-among.ts";

/** Never rejects: an error of a command is printed to stderr, and the exit code is 2. */
export async function runCommandLine(
  argv: readonly string[],
  io: CommandIo,
  commands: CommandTable = allCommands,
): Promise<ExitCode> {
  return runAmong(argv, io, commands);
}
