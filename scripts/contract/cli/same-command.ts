// The command line that is running, for the fix line of what it finds.
import type { Command, CommandArgs } from "./command.ts";
import { optionsOf } from "./parse-command-line.ts";
import { shellFlag, shellWord } from "./shell-word.ts";

/** The command with all that was typed but for one flag, as a person can paste it: flags in the order of the help text. */
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
