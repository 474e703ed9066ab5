// The completion script for fish: `contract completion fish | source`.
import { type CommandWords, type FlagWords, quoted } from "./completion-words.ts";

export function fishScript(commands: readonly CommandWords[]): string {
  const firsts = commands.filter(({ name }) => !name.includes(" "));
  return [
    "# fish completion for contract",
    ...firsts.map(
      ({ name, summary }) =>
        `complete -c contract -n __fish_use_subcommand -f -a ${quoted(name)} -d ${fishText(summary)}`,
    ),
    ...commands.flatMap(({ name, summary, flags }) => {
      const [first = "", second] = name.split(" ");
      const part =
        second === undefined
          ? []
          : [
              `complete -c contract -n ${quoted(`__fish_seen_subcommand_from ${first}`)} -f -a ${quoted(second)} -d ${fishText(summary)}`,
            ];
      const seen = `__fish_seen_subcommand_from ${second ?? first}`;
      return [...part, ...flags.map((flag) => flagLine(flag, seen))];
    }),
    "",
  ].join("\n");
}

function flagLine({ flag, short, summary, value }: FlagWords, seen: string): string {
  const words = [`complete -c contract -n ${quoted(seen)}`, `-l ${quoted(flag.slice(2))}`];
  if (short !== undefined) words.push(`-s ${quoted(short.slice(1))}`);
  if (value === "file" || value === "folder") words.push("-r -F");
  else if (value === "any") words.push("-x");
  else if (value !== "none") words.push(`-x -a ${quoted(value.join(" "))}`);
  return [...words, `-d ${fishText(summary)}`].join(" ");
}

/** In single quotes, fish interprets only a backslash before a quote or a backslash. */
function fishText(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
