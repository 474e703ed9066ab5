// `contract config`: shows the effective settings, and the source of each value.
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { commands } from "../cli/commands.ts";
import { printing } from "../cli/printing.ts";
import { addAll } from "../document/long-lists.ts";
import { parseCommandLine } from "../cli/parse-command-line.ts";
import { configSections, type SectionOptions } from "./config.ts";
import { configSchema } from "./config-schema.ts";
import { configuredRuns } from "./configured-runs.ts";
import { type ConfigSource, readConfig } from "./read-config.ts";
import { runInForce, type RunInForce, textOf } from "./in-force.ts";
import { sectionOptions } from "./section-options.ts";

export const configCommand: Command = {
  name: "config",
  summary: "Print the effective configuration, and where each value comes from.",
  usage: "[--json] [--schema] [<command> <its flags>]",
  details: [
    "With a command and its flags, it prints what that command line would do: contract config diff --protect sdk.",
    "Nothing is compared, made or written.",
  ].join("\n"),
  positionals: { min: 0, max: 200 },
  literal: true,
  options: {
    config: {
      type: "string",
      value: "file",
      summary: "Path of the config file. Default: the nearest contract.config.yaml.",
    },
    json: { type: "boolean", summary: "Print it as JSON." },
    schema: { type: "boolean", summary: "Print the JSON Schema of configs." },
  },
  run: runConfig,
};

async function runConfig({ positionals }: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const { own, command, rest } = await partsOf(positionals);
  const options = await sectionOptions(commands);
  if (own.flag("schema")) {
    terminal.out(JSON.stringify(configSchema(options), null, 2));
    return 0;
  }
  const typed = command && parseCommandLine(command, rest);
  const source = await readConfig(own.value("config") ?? typed?.value("config"), io.cwd);
  if (source === undefined) throw noConfig(io.cwd);
  const runs = command && typed ? runsOf(command, typed, source, options) : await allRuns(source, options);
  if (own.flag("json")) {
    terminal.out(JSON.stringify({ config: source.path, runs }, null, 2));
    return 0;
  }
  io.out(source.path);
  for (const line of textOf(runs)) io.out(line);
  return 0;
}

/**
 * Its own flags come first; from the first positional argument on, the rest is the command line of another
 * command.
 */
async function partsOf(words: readonly string[]) {
  const isOwn = (word: string, at: number): boolean => word.startsWith("-") || words[at - 1] === "--config";
  const end = words.findIndex((word, at) => !isOwn(word, at));
  const own = parseCommandLine(
    { ...configCommand, literal: false },
    end === -1 ? words : words.slice(0, end),
  );
  if (end === -1) return { own, command: undefined, rest: [] };
  const [first = "", second = ""] = words.slice(end);
  const name = commands.has(`${first} ${second}`) ? `${first} ${second}` : first;
  const command = await commands.get(name)?.();
  if (command?.section === undefined) {
    throw new UsageError(`contract ${first} takes nothing from a config`, {
      expected: `expected one of ${configSections.join(", ")}`,
      fix: "contract config prints the effective values of all of them",
    });
  }
  return { own, command, rest: words.slice(end + name.split(" ").length) };
}

function runsOf(
  command: Command,
  typed: CommandArgs,
  source: ConfigSource,
  options: SectionOptions,
): RunInForce[] {
  const { section } = command;
  if (section === undefined) return [];
  return configuredRuns({ command, section, typed, source, options }).map((run) =>
    runInForce(command, run, typed),
  );
}

/** Returns the runs of every command, without flags; commands without runs are left out. */
async function allRuns(source: ConfigSource, options: SectionOptions): Promise<RunInForce[]> {
  const found: RunInForce[] = [];
  for (const section of configSections) {
    const command = await commands.get(section)?.();
    if (command === undefined) continue;
    try {
      addAll(found, runsOf(command, parseCommandLine(command, []), source, options));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  return found;
}

function noConfig(cwd: string): UsageError {
  return new UsageError(`there is no config in ${cwd}, nor above it in its repository`, {
    expected: "expected contract.config.yaml, .yml or .json, or --config",
    fix: "contract init writes one",
  });
}
