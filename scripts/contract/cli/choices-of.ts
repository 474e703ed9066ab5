// The few words that a flag takes, where its table lists them.
import type { CommandOption } from "./command.ts";

/** `json|text` → both; undefined where a flag takes anything. */
export function choicesOf({ value = "", conditions }: CommandOption): readonly string[] | undefined {
  const words = value.split("|");
  return words.length > 1 && conditions === undefined && words.every((word) => /^[\w-]+$/.test(word))
    ? words
    : undefined;
}
