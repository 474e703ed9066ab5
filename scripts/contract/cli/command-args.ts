// The arguments of a command, from wherever they were given.
import type { CommandArgs } from "./command.ts";

/** Flag → its values; none for a boolean flag that was given is `[""]`, and `[]` says that `--no-<flag>` was. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** @param more  what a config adds: what was typed alone, and how many documents the run is for */
export function commandArgs(
  positionals: readonly string[],
  given: Given,
  more: Pick<CommandArgs, "typed" | "documents"> = {},
): CommandArgs {
  return {
    positionals,
    given,
    flag: (name) => (given.get(name)?.length ?? 0) > 0,
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    ...more,
  };
}
