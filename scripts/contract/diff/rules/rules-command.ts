// `contract diff rules`: lists the names of changes, for users who accept, ignore or grade findings by rule.
import { choice } from "../../cli/choice.ts";
import type { Command, CommandArgs, CommandIo, ExitCode } from "../../cli/command.ts";
import { greatest } from "../../document/long-lists.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./table.ts";

const formats = ["text", "json"] as const;

export const rulesCommand: Command = {
  name: "diff rules",
  summary: "List the rules that name changes.",
  usage: "",
  details:
    "A rule names a kind of change and its group; whether a change breaks clients is decided by search, not by rule. " +
    "--ignore and --grade of `contract diff` take these names.",
  options: {
    format: { type: "string", value: formats.join("|"), summary: "How rules are printed. Default: text." },
  },
  run: runRules,
};

function runRules(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  io.out(
    choice(args, "format", formats) === "json" ? JSON.stringify(rules.map(facts), null, 2) : rulesText(),
  );
  return Promise.resolve(0);
}

/** Returns the properties of a rule, without its functions. */
function facts({ id, direction, area, kind, summary }: Rule) {
  return { id, direction, area, kind, summary };
}

function rulesText(): string {
  const width = greatest(
    rules.map(({ id }) => id.length),
    0,
  );
  return rules
    .map(({ id, direction, summary }) => `${id.padEnd(width)}  ${direction.padEnd(8)}  ${summary}`)
    .join("\n");
}
