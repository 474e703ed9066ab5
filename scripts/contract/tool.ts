// Entry point of the bundled tool: the command line, and the library that other programs import.
import { commands } from "./cli/commands.ts";
import { commandHelp, programHelp } from "./cli/help-text.ts";
import { processIo } from "./cli/process-io.ts";
import { runCommandLine } from "./cli/run-command-line.ts";

/** Runs the subcommand of the command line, and sets the exit code of the process. */
export async function run(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), processIo(process));
}

/** The library's modules by entry: `…/diff`. Each is loaded on demand. */
export const library = {
  diff: () => import("./library/diff.ts"),
  lint: () => import("./library/lint.ts"),
  mock: () => import("./mock/start-mock.ts"),
  sdk: () => import("./library/sdk.ts"),
  server: () => import("./library/server.ts"),
  verify: () => import("./verify/verify-app.ts"),
};

/** Returns the output of `contract <name> --help` by name; that of the program has an empty name. */
export async function helpTexts(): Promise<Record<string, string>> {
  const loaded = await Promise.all([...commands.values()].map((load) => load()));
  const texts = loaded.map((command): [string, string] => [command.name, commandHelp(command)]);
  return Object.fromEntries([["", programHelp(loaded)], ...texts]);
}
