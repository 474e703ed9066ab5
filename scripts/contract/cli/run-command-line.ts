// From a command line to an exit code: finds the subcommand, parses its flags, runs it, prints what went wrong.
import { nearestName } from "../document/nearest-name.ts";
import { type Command, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { commands as allCommands } from "./commands.ts";
import { errorText } from "./error-text.ts";
import { commandHelp, programHelp } from "./help-text.ts";
import { readToolVersion } from "./read-tool-version.ts";
import { parseCommandLine } from "./parse-command-line.ts";

type CommandTable = ReadonlyMap<string, () => Promise<Command>>;

/** Never rejects: what a command throws is printed to stderr, and the exit code is 2. */
export async function runCommandLine(
  argv: readonly string[],
  io: CommandIo,
  commands: CommandTable = allCommands,
): Promise<ExitCode> {
  try {
    return await dispatch(argv, io, commands);
  } catch (error) {
    const { CONTRACT_DEBUG: debug = "" } = io.env;
    io.err(errorText(error, debug !== ""));
    return 2;
  }
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
  return args.flag("help") ? showHelp(command, io) : command.run(args, io);
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
