// The command line that is running, for the fix line of what it finds.
import type { Command, CommandArgs } from "./command.ts";
import { shellFlag, shellWord } from "./shell-word.ts";

/** The command with all that was given to it but for one flag, as a person can paste it: flags in the order of the help text. */
export function sameCommand({ name, options }: Command, args: CommandArgs, without: string): string {
  const flags = Object.entries(options).flatMap(([flag, { type, multiple }]) => {
    if (flag === without) return [];
    if (type === "boolean") return args.flag(flag) ? [`--${flag}`] : [];
    const value = args.value(flag);
    const values = multiple === true ? args.values(flag) : value === undefined ? [] : [value];
    return values.map((one) => shellFlag(`--${flag}`, one));
  });
  return ["contract", name, ...args.positionals.map(shellWord), ...flags].join(" ");
}
