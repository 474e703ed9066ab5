// Reconstructs the running command line for the fix line of a finding.
import type { Command, CommandArgs } from "./command.ts";
import { optionsOf } from "./parse-command-line.ts";
import { shellFlag, shellWord } from "./shell-word.ts";

/**
 * Returns the command with all typed arguments except one flag, ready to paste: flags in the order of the
 * help text.
 */
export function sameCommand(command: Command, given: CommandArgs, without: string): string {
  const { name } = command;
  const options = optionsOf(command);
  const args = given.typed ?? given;
  const flags = Object.entries(options).flatMap(([flag, { type, multiple }]) => {
    if (flag === without) return [];
    if (type === "boolean") return args.flag(flag) ? [`--${flag}`] : [];
    const value = args.value(flag);
    const values = multiple === true ? args.values(flag) : value === undefined ? [] : [value];
    return values.map((one) => shellFlag(`--${flag}`, one));
  });
  return ["contract", name, ...args.positionals.map(shellWord), ...flags].join(" ");
}
