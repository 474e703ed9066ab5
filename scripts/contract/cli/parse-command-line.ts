// Parses the arguments of a subcommand with Node's own parser, and reports errors with the correct usage.
import { parseArgs } from "node:util";
import { nearestName } from "../document/nearest-name.ts";
import { type Command, type CommandArgs, type CommandOption, UsageError } from "./command.ts";
import { commandArgs } from "./command-args.ts";

/** Flags of every command. */
const sharedOptions: Readonly<Record<string, CommandOption>> = {
  quiet: { type: "boolean", summary: "Print results and errors alone: no summaries, hints and progress." },
  color: {
    type: "boolean",
    summary: "Colour in pipes, too; --no-color: nowhere. Default: on terminals, unless NO_COLOR is set.",
  },
  help: { type: "boolean", short: "h", summary: "Show this text." },
};

/** Flags of every command that has a section in a config. */
const configOption: CommandOption = {
  type: "string",
  value: "file",
  summary: "The config file; a module is executed. --no-config: without config.",
  default: "contract.config.yaml, .yml or .json, here or above",
  flagOnly: true,
};

/** Returns all flags that a command takes: its own first, which override shared ones of the same name. */
export function optionsOf({ options, section }: Command): Readonly<Record<string, CommandOption>> {
  return { ...options, ...(section && { config: configOption }), ...sharedOptions, ...options };
}

/**
 * Parses the arguments of a command.
 *
 * @throws UsageError for an unknown flag, a missing or surplus value, and too few or too many arguments
 */
export function parseCommandLine(command: Command, argv: readonly string[]): CommandArgs {
  const options = optionsOf(command);
  const isLiteral = command.literal === true && !(argv.length === 1 && argv[0] === "--help");
  const { tokens } = parseArgs({
    args: isLiteral ? ["--", ...argv] : [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [name, parserOption(option)]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const negated = negatedName(options, token);
    if (negated !== undefined) {
      given.set(negated, []);
      continue;
    }
    const value = checkedValue(command, options, token);
    given.set(token.name, [...(given.get(token.name) ?? []), value]);
  }
  if (!given.has("help")) checkCount(command, positionals);
  return commandArgs(positionals, given);
}

/** `--no-strict` → `strict`: the default applies, whatever a config sets. */
function negatedName(
  options: Readonly<Record<string, CommandOption>>,
  { name, value }: OptionToken,
): string | undefined {
  const rest = name.startsWith("no-") && !Object.hasOwn(options, name) ? name.slice(3) : "";
  return value === undefined && rest !== "help" && Object.hasOwn(options, rest) ? rest : undefined;
}

function parserOption({ type, short, multiple = false }: CommandOption) {
  return short === undefined ? { type, multiple } : { type, multiple, short };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue(
  command: Command,
  options: Readonly<Record<string, CommandOption>>,
  { name, rawName, value, inlineValue }: OptionToken,
): string {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) throw unknownFlag(command, rawName, Object.keys(options));
  if (option.type === "boolean") {
    if (value === undefined) return "";
    throw new UsageError(`${rawName} takes no value`, {
      expected: `expected ${rawName} alone, got ${rawName}=${value}`,
      fix: `leave out "=${value}"`,
    });
  }
  // `--out --check`: more likely a forgotten value than a file of that name; `--out=--check` is unambiguous.
  if (value !== undefined && (inlineValue === true || value === "-" || !value.startsWith("-"))) return value;
  const what = option.value ?? "value";
  throw new UsageError(`${rawName} needs a value`, {
    expected: `expected ${rawName} <${what}>, got ${value ?? "nothing"} after it`,
    fix: `write ${rawName} <${what}>`,
  });
}

function unknownFlag(command: Command, flag: string, known: readonly string[]): UsageError {
  const nearest = nearestName(flag.replace(/^-+/, ""), known);
  return new UsageError(`contract ${command.name} has no flag ${flag}`, {
    expected: `expected one of ${known.map((name) => `--${name}`).join(", ")}`,
    fix: nearest === undefined ? `contract ${command.name} --help` : `write --${nearest}`,
  });
}

function checkCount(command: Command, positionals: readonly string[]): void {
  const { min, max } = command.positionals ?? { min: 0, max: 0 };
  if (positionals.length >= min && positionals.length <= max) return;
  const range = min === max ? String(min) : `${min} to ${max}`;
  throw new UsageError(`contract ${command.name} does not take ${positionals.length} arguments`, {
    expected: `expected ${range}, got ${positionals.length === 0 ? "none" : positionals.join(" ")}`,
    fix: `contract ${command.name} ${command.usage}`,
  });
}
