// Flags whose value is one of a fixed set of words.
import { type CommandArgs, UsageError } from "./command.ts";

/**
 * Returns the value of a flag; undefined without the flag.
 *
 * @throws UsageError for any other word
 */
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

/** Returns the error for a value that is not one of the choices. */
export function wrongChoice(name: string, choices: readonly string[], got: string): UsageError {
  return new UsageError(`--${name} ${got} is not known`, {
    expected: `expected ${choices.join(", ")}, got ${got}`,
    fix: `write --${name} ${choices[0] ?? ""}`,
  });
}
