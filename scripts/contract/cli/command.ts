// The interface of a subcommand of `contract`, and of the environment that it may use.

/** 0: success; 1: a finding; 2: the command could not run. */
export type ExitCode = 0 | 1 | 2;

/** The output streams and the environment of a command. */
export interface CommandIo {
  /** Prints results, which a pipe receives. A line break is added. */
  out(text: string): void;
  /** Prints progress, summaries and errors. A line break is added. */
  err(text: string): void;
  /** Prints the error that ends a command, even where `err` is silent (`--quiet`). */
  fail?(text: string): void;
  /** The base of relative paths on the command line. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One flag. `boolean` flags take no value; `--no-<name>` overrides a config. */
export interface CommandOption {
  readonly type: "boolean" | "string";
  /** A single letter. */
  readonly short?: string;
  /** May be given more than once: the value is then a list. */
  readonly multiple?: boolean;
  /** The placeholder for the value in the help text, such as `file`. */
  readonly value?: string;
  /** One sentence for the help text. */
  readonly summary: string;
  /** The default, where it can be named in a word or two. */
  readonly default?: string;
  /**
   * Not allowed in a config, because the flag runs code, reaches beyond the repository or the machine, or
   * states who has reviewed something.
   */
  readonly flagOnly?: true;
  /** The flag's values precede those of a config instead of replacing them. */
  readonly adds?: true;
  /** For a flag that grades findings: the conditions its value may set. A config has them as `severity`. */
  readonly conditions?: readonly string[];
}

/** The parsed command line. Flags that were not given are missing. */
export interface CommandArgs {
  readonly positionals: readonly string[];
  /** Returns true if a boolean flag was given. */
  flag(name: string): boolean;
  /** Returns the value of a string flag; the last one if it was given more than once. */
  value(name: string): string | undefined;
  /** Returns all values of a `multiple` flag. */
  values(name: string): readonly string[];
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** The arguments that were typed, if a config adds others. */
  readonly typed?: CommandArgs;
  /** Number of documents of the whole run, including this one. Default: 1. */
  readonly documents?: number;
}

/** One run of a command that a config requests. */
export interface ConfiguredRun {
  /** The document's name in the config. */
  readonly name: string;
  /** The document, as the argument of the command. */
  readonly document: string;
  readonly args: CommandArgs;
  readonly config: ConfigInForce;
}

/** The text of a config on disk, or in a commit. */
export interface WrittenConfig {
  /** Relative to the working directory of the command. */
  readonly path: string;
  readonly text: string;
}

/** The config that applies to a command line. */
export interface ConfigInForce {
  /** Its path, relative to the working directory of the command. */
  readonly path: string;
  /** Its text, if that determines it: that of a module does not. */
  readonly text: string | undefined;
  /** The paths where it was looked for, the nearest first. */
  readonly candidates: readonly string[];
  /** Returns the arguments of the same command line under another config; undefined: without a config. */
  under(other: WrittenConfig | undefined): CommandArgs;
  /** Returns all runs of the same command line under another config. */
  runsUnder(other: WrittenConfig | undefined): readonly ConfiguredRun[];
}

/** A subcommand of `contract`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The rest of the usage line after the command's name, such as `[document] [--check]`. */
  readonly usage: string;
  /** Paragraphs of the help text below the summary. */
  readonly details?: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Minimum and maximum number of positional arguments. Default: none. */
  readonly positionals?: { readonly min: number; readonly max: number };
  /**
   * Whether another program provides the arguments: a path that begins with a dash is then not a flag, except
   * a single `--help`.
   */
  readonly literal?: boolean;
  /** The section of a config for the command; undefined if there is none. */
  readonly section?: ConfigSection;
  /** Whether the command reports what a change of its config causes, including the config's removal. */
  readonly judgesConfig?: boolean;
  run(args: CommandArgs, io: CommandIo): Promise<ExitCode>;
  /** Runs the command for the documents of a config and combines the results. Default: one after another. */
  runAll?(runs: readonly ConfiguredRun[], io: CommandIo): Promise<ExitCode>;
}

/** The sections of a config. */
export type ConfigSection = "generate" | "lint" | "diff" | "sdk" | "server" | "verify";

/** An invalid command line: printed in three lines, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** "Expected … got …", the second line. */
  readonly expected: string;
  readonly fix: string;

  constructor(problem: string, options: { expected: string; fix: string }) {
    super(problem);
    this.expected = options.expected;
    this.fix = options.fix;
  }
}
