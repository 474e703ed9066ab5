// Runs a command for all documents of its config, labelled by name; the exit code is the highest one.
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { endOf, worse } from "../cli/end-of.ts";
import { printable } from "../cli/printable.ts";
import { configuredRuns } from "./configured-runs.ts";
import { readConfig, silentConfig } from "./read-config.ts";
import { type CommandTable, sectionOptions } from "./section-options.ts";

/** Runs the command; a missing config is treated as an empty one. */
export async function runConfigured(
  command: Command,
  typed: CommandArgs,
  { io, commands }: { readonly io: CommandIo; readonly commands: CommandTable },
): Promise<ExitCode> {
  const { section } = command;
  if (section === undefined) return command.run(typed, io);
  const source = (await readConfig(typed.value("config"), io.cwd)) ?? silentConfig(io.cwd);
  const options = await sectionOptions(commands, section);
  const runs = configuredRuns({ command, section, typed, source, options });
  if (command.runAll !== undefined) return command.runAll(runs, io);
  let worst: ExitCode = 0;
  for (const { name, document, args } of runs) {
    if (runs.length > 1) io.err(printable(`${name} (${document}):`));
    worst = worse(worst, await endOf(() => command.run(args, io), io));
  }
  return worst;
}
