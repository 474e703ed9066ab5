// The help texts, at most 100 characters wide.
import type { Command, CommandOption } from "./command.ts";
import { optionsOf } from "./parse-command-line.ts";
import { greatest } from "../document/long-lists.ts";

const width = 100;

/** Returns the list of commands. */
export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    "contract: diff, lint, generate, serve and verify from an OpenAPI document.",
    "",
    "Usage: contract <command> …",
    "",
    ...table(rows),
    "",
    "contract <command> --help lists the options of a command; contract --version prints the version. Exit codes: 0 no findings, 1 findings, 2 could not run.",
  ].join("\n");
}

/** Returns the help of one command, with its flags. */
export function commandHelp(command: Command): string {
  const rows = Object.entries(optionsOf(command)).map(([name, option]): [string, string] => [
    flagLabel(name, option),
    summaryOf(option),
  ]);
  return [
    ...wrap(command.summary, width),
    "",
    `Usage: contract ${command.name} ${command.usage}`.trimEnd(),
    ...(command.details === undefined ? [] : ["", ...wrapParagraphs(command.details)]),
    "",
    ...table(rows),
  ].join("\n");
}

function summaryOf({ summary, default: usual }: CommandOption): string {
  return usual === undefined ? summary : `${summary} Default: ${usual}.`;
}

function flagLabel(name: string, { short, type, value = "value" }: CommandOption): string {
  const flag = short === undefined ? `    --${name}` : `-${short}, --${name}`;
  return type === "string" ? `${flag} <${value}>` : flag;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const indent =
    greatest(
      rows.map(([label]) => label.length),
      0,
    ) + 4;
  return rows.flatMap(([label, text]) =>
    wrap(text, width - indent).map((line, index) => `  ${index === 0 ? label : ""}`.padEnd(indent) + line),
  );
}

function wrapParagraphs(text: string): string[] {
  return text.split("\n").flatMap((paragraph) => wrap(paragraph, width));
}

function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > limit) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
