// What a subcommand of `contract` is, and the little of the outside world it may touch.

/** How a program ends: clean, with a finding, or unable to run. */
export type ExitCode = 0 | 1 | 2;

/** Where a command prints, and where it stands. */
export interface CommandIo {
  /** Results: what a pipe should get. The line end is added. */
  out(text: string): void;
  /** Talk: progress, summaries, errors. The line end is added. */
  err(text: string): void;
  /** What keeps a command from going on, where `err` is silent: with --quiet. */
  fail?(text: string): void;
  /** The directory that relative paths on the command line start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One flag. `boolean` flags take no value; `--no-<name>` takes back what a config says. */
export interface CommandOption {
  readonly type: "boolean" | "string";
  /** A single letter. */
  readonly short?: string;
  /** May be given more than once: the value is then a list. */
  readonly multiple?: boolean;
  /** What stands for the value in the help text, such as `file`. */
  readonly value?: string;
  /** One sentence for the help text. */
  readonly summary: string;
  /** What holds without it, where that can be said in a word or two. */
  readonly default?: string;
  /** No config may say it: it runs code, reaches beyond the repository or the machine, or says who has looked. */
  readonly flagOnly?: true;
  /** What the flag says comes before what a config says, not in its place. */
  readonly adds?: true;
  /** Where the value grades findings: what it may ask of them. A config says it as `severity`. */
  readonly conditions?: readonly string[];
}

/** The command line, parsed. Flags that were not given are missing. */
export interface CommandArgs {
  readonly positionals: readonly string[];
  /** Whether a boolean flag was given. */
  flag(name: string): boolean;
  /** The value of a string flag; the last one, when it was given more often. */
  value(name: string): string | undefined;
  /** All values of a `multiple` flag. */
  values(name: string): readonly string[];
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** What was typed, where a config says more. */
  readonly typed?: CommandArgs;
  /** How many documents the run is for, this one among them. Default: 1. */
  readonly documents?: number;
}

/** One run of a command that a config asks for. */
export interface ConfiguredRun {
  /** What the config calls the document. */
  readonly name: string;
  /** The document, as the command reads it. */
  readonly document: string;
  readonly args: CommandArgs;
  readonly config: ConfigInForce;
}

/** A config as it lies on disk, or in a commit. */
export interface WrittenConfig {
  /** From where the command runs. */
  readonly path: string;
  readonly text: string;
}

/** The config that a command line runs under. */
export interface ConfigInForce {
  /** Its path, from where the command runs. */
  readonly path: string;
  /** Its text, where that says all: a module's does not. */
  readonly text: string | undefined;
  /** Where it was looked for, the nearest first. */
  readonly candidates: readonly string[];
  /** The arguments that the same command line would have under another config; none: without one. */
  under(other: WrittenConfig | undefined): CommandArgs;
  /** All runs that the same command line would come to under another config. */
  runsUnder(other: WrittenConfig | undefined): readonly ConfiguredRun[];
}

/** A subcommand of `contract`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the command's name on the usage line, such as `[document] [--check]`. */
  readonly usage: string;
  /** Paragraphs of the help text below the summary. */
  readonly details?: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Least and most positional arguments. Default: none. */
  readonly positionals?: { readonly min: number; readonly max: number };
  /** Whether another program gives the arguments: a path that begins with a dash is no flag then, but for `--help` alone. */
  readonly literal?: boolean;
  /** Which section of a config says what the command does; undefined where none does. */
  readonly section?: ConfigSection;
  /** Whether it tells what a change makes of its config, one that it takes away included. */
  readonly judgesConfig?: boolean;
  run(args: CommandArgs, io: CommandIo): Promise<ExitCode>;
  /** Runs it for the documents of a config, where their results become one. Default: one after another. */
  runAll?(runs: readonly ConfiguredRun[], io: CommandIo): Promise<ExitCode>;
}

/** What a config says of each document. */
export type ConfigSection = "generate" | "lint" | "diff" | "sdk" | "server";

/** A command line that cannot be understood: printed in three lines, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** Expected … got …, the second line. */
  readonly expected: string;
  readonly fix: string;

  constructor(problem: string, options: { expected: string; fix: string }) {
    super(problem);
    this.expected = options.expected;
    this.fix = options.fix;
  }
}
