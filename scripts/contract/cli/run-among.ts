// Runs a command line with a table of commands: finds the subcommand, parses its flags, runs it, prints
// errors and returns an exit code.
import { rememberGit } from "../document/git.ts";
import { nearestName } from "../document/nearest-name.ts";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { findConfig } from "../config/read-config-path.ts";
import { endOf } from "./end-of.ts";
import { commandHelp, programHelp } from "./help-text.ts";
import { readToolVersion } from "./read-tool-version.ts";
import { parseCommandLine } from "./parse-command-line.ts";

/** Loaders of commands by name: `diff`, `diff accept`. */
export type CommandTable = ReadonlyMap<string, () => Promise<Command>>;

/** Never rejects: an error of a command is printed to stderr, and the exit code is 2. */
export async function runAmong(
  argv: readonly string[],
  io: CommandIo,
  commands: CommandTable,
): Promise<ExitCode> {
  const dispatched = (): Promise<ExitCode> => dispatch(argv, io, commands);
  // A comparison only reads the repository, and its parts need the same from git many times.
  return endOf(() => (argv[0] === "diff" ? rememberGit(dispatched) : dispatched()), io);
}

async function dispatch(argv: readonly string[], io: CommandIo, commands: CommandTable): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const topic = rest.length > 0 ? rest.join(" ") : undefined;
    if (topic !== undefined && name === "help") return showHelp(await load(topic, commands), io);
    const text = programHelp(await Promise.all([...commands.values()].map((loadCommand) => loadCommand())));
    if (name !== undefined) io.out(text);
    else io.err(text);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-V") {
    io.out(await readToolVersion());
    return 0;
  }
  const [first = ""] = rest;
  const isPart = commands.has(`${name} ${first}`);
  const command = await load(isPart ? `${name} ${first}` : name, commands);
  const args = parseCommandLine(command, isPart ? rest.slice(1) : rest);
  return args.flag("help")
    ? showHelp(command, io)
    : run(command, args, surroundings(command, args, io), commands);
}

/** Runs a command under its config, if there is one. */
async function run(
  command: Command,
  args: CommandArgs,
  io: CommandIo,
  commands: CommandTable,
): Promise<ExitCode> {
  const isSaid = args.given.has("config");
  const isConfigured =
    command.section !== undefined &&
    (isSaid
      ? args.value("config") !== undefined
      : command.judgesConfig === true || findConfig(io.cwd) !== undefined);
  if (!isConfigured) return command.run(args, io);
  // Loaded on demand, because most folders have no config.
  const { runConfigured } = await import("../config/run-configured.ts");
  return runConfigured(command, args, { io, commands });
}

/** Returns the io of a command according to the flags that all commands have. */
function surroundings({ options }: Command, args: CommandArgs, io: CommandIo): CommandIo {
  const isQuiet = args.flag("quiet") && !Object.hasOwn(options, "quiet");
  const colour = args.given.get("color");
  const environment = { NO_COLOR: colour?.length === 0 ? "1" : "", FORCE_COLOR: "1" };
  return {
    ...io,
    ...(isQuiet && { err: () => undefined, fail: (text: string) => io.err(text) }),
    ...(colour !== undefined && { env: { ...io.env, ...environment } }),
  };
}

function load(name: string, commands: CommandTable): Promise<Command> {
  const loadCommand = commands.get(name);
  if (loadCommand !== undefined) return loadCommand();
  const nearest = nearestName(name, commands.keys());
  throw new UsageError(`contract has no command ${JSON.stringify(name)}`, {
    expected: `expected one of ${[...commands.keys()].join(", ")}`,
    fix: nearest === undefined ? "contract --help" : `contract ${nearest}`,
  });
}

function showHelp(command: Command, io: CommandIo): ExitCode {
  io.out(commandHelp(command));
  return 0;
}
