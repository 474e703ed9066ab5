// The arguments of a command, from the command line or from a config.
import type { CommandArgs } from "./command.ts";

/** Flag → its values. A boolean flag has the value `[""]`; `[]` means that `--no-<flag>` was given. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** @param more  what a config adds: the arguments that were typed, and the number of documents of the run */
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
