// The words that a shell can complete, derived from the commands' own tables, so that nothing is listed
// twice.
import { choicesOf } from "../choices-of.ts";
import type { Command } from "../command.ts";
import { optionsOf } from "../parse-command-line.ts";

/** One flag of a command. */
export interface FlagWords {
  /** Such as `--format`. */
  readonly flag: string;
  /** Such as `-o`; undefined if the flag has none. */
  readonly short: string | undefined;
  readonly summary: string;
  /** The kind of value: none, one of some words, a file, a folder, or anything. */
  readonly value: "none" | "file" | "folder" | "any" | readonly string[];
}

/** One command, by its words: `diff accept`. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagWords[];
}

export function completionWords(commands: readonly Command[]): CommandWords[] {
  return commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    flags: Object.entries(optionsOf(command)).map(([name, option]) => ({
      flag: `--${name}`,
      short: option.short === undefined ? undefined : `-${option.short}`,
      summary: option.summary,
      value: valueOf(option),
    })),
  }));
}

function valueOf(option: Parameters<typeof choicesOf>[0]): FlagWords["value"] {
  if (option.type === "boolean") return "none";
  const choices = choicesOf(option);
  if (choices !== undefined) return choices;
  return option.value === "file" || option.value === "folder" ? option.value : "any";
}

/** Quotes a text as one word of a shell script. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
