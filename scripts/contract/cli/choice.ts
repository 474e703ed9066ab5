// Flags that take one of a few words.
import { type CommandArgs, UsageError } from "./command.ts";

/** The word that a flag was given; undefined without the flag. Throws a UsageError for any other word. */
export function choice<T extends string>(
  args: CommandArgs,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = args.value(name);
  if (value === undefined || isOneOf(choices, value)) return value;
  throw wrongChoice(name, choices, value);
}

/** Narrows a text to one of `choices`. */
export function isOneOf<T extends string>(choices: readonly T[], value: string): value is T {
  return choices.some((one) => one === value);
}

/** What to say to somebody who gave another word. */
export function wrongChoice(name: string, choices: readonly string[], got: string): UsageError {
  return new UsageError(`--${name} ${got} is not known`, {
    expected: `expected ${choices.join(", ")}, got ${got}`,
    fix: `write --${name} ${choices[0] ?? ""}`,
  });
}
