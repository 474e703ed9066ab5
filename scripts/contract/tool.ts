// The tool as one program that is bundled: the command line, and what other programs import of it.
import { commands } from "./cli/commands.ts";
import { commandHelp, programHelp } from "./cli/help-text.ts";
import { processIo } from "./cli/process-io.ts";
import { runCommandLine } from "./cli/run-command-line.ts";

/** Hands the command line to the subcommand it names, and its verdict to the shell. */
export async function run(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), processIo(process));
}

/** What others import, by entry: `…/diff`. Each is loaded when it is asked for. */
export const library = {
  diff: () => import("./library/diff.ts"),
  lint: () => import("./library/lint.ts"),
  mock: () => import("./mock/start-mock.ts"),
  sdk: () => import("./library/sdk.ts"),
  server: () => import("./library/server.ts"),
  verify: () => import("./verify/verify-app.ts"),
};

/** What `contract <name> --help` prints, by name; that of the program is under the empty one. */
export async function helpTexts(): Promise<Record<string, string>> {
  const loaded = await Promise.all([...commands.values()].map((load) => load()));
  const texts = loaded.map((command): [string, string] => [command.name, commandHelp(command)]);
  return Object.fromEntries([["", programHelp(loaded)], ...texts]);
}
