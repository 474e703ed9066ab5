// The fixed set of words that a flag takes, if its table lists one.
import type { CommandOption } from "./command.ts";

/** `json|text` → both words; undefined if the flag takes any value. */
export function choicesOf({ value = "", conditions }: CommandOption): readonly string[] | undefined {
  const words = value.split("|");
  return words.length > 1 && conditions === undefined && words.every((word) => /^[\w-]+$/.test(word))
    ? words
    : undefined;
}
