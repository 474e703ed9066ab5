// What a subcommand of `contract` is, and the little of the outside world it may touch.

/** How a program ends: clean, with a finding, or unable to run. */
export type ExitCode = 0 | 1 | 2;

/** Where a command prints, and where it stands. */
export interface CommandIo {
  /** Results: what a pipe should get. The line end is added. */
  out(text: string): void;
  /** Talk: progress, summaries, errors. The line end is added. */
  err(text: string): void;
  /** The directory that relative paths on the command line start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One flag. `boolean` flags take no value; `--no-<name>` is not understood. */
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
  run(args: CommandArgs, io: CommandIo): Promise<ExitCode>;
}

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
