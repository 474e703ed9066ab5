// `contract diff history v1.0..main`: the commit in which each break was introduced.
import { choice } from "../../cli/choice.ts";
import {
  type Command,
  type CommandArgs,
  type CommandIo,
  type ExitCode,
  UsageError,
} from "../../cli/command.ts";
import { printable, printableJson } from "../../cli/printable.ts";
import { readingOf, readingOptions } from "../../cli/reading-options.ts";
import { jsonText } from "../../document/json-text.ts";
import { compareOptions, comparisonOptions, gradesOf } from "../comparison-options.ts";
import { documentOf, documentOption } from "../document-option.ts";
import { cut } from "../format/elide.ts";
import { jsonFinding } from "../format/json.ts";
import { withShortWitness } from "../format/shorten-witness.ts";
import { terminalOf } from "../../cli/terminal.ts";
import { findingLines } from "../format/text.ts";
import { counted } from "../review.ts";
import { locateRange } from "../revision-range.ts";
import { cellText } from "../versions/matrix-text.ts";
import { type History, historyOf, stepText } from "./history.ts";
import { readSteps, type Steps } from "./read-steps.ts";

const historyFormats = ["text", "json"] as const;

export const historyCommand: Command = {
  name: "diff history",
  section: "diff",
  summary: "Print since when each break exists, and the commit that introduced it.",
  usage: "<from>..<to>",
  details: [
    "Walks the commits that touch the contract. Each has two verdicts: for clients of the commit before, and for those of FROM.",
    "A single revision goes up to the working tree. The exit code is 1 when clients of FROM break at the end.",
  ].join("\n"),
  positionals: { min: 1, max: 1 },
  options: {
    document: documentOption,
    format: {
      type: "string",
      value: historyFormats.join("|"),
      summary: "How it is printed.",
      default: "text",
    },
    ...comparisonOptions,
    ...readingOptions,
  },
  run: runHistory,
};

async function runHistory(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const [text = ""] = args.positionals;
  const format = choice(args, "format", historyFormats) ?? "text";
  const range = (await locateRange(text, io.cwd)) ?? { base: text, head: undefined };
  const document = documentOf(args);
  const steps = await readSteps({ from: range.base, to: range.head, document }, io.cwd, readingOf(args, io));
  if (steps.steps.length === 0 && steps.unread.length > 0)
    throw new UsageError("no commit of the range has a contract that can be read", {
      expected: `expected ${document} at some commit of ${text}`,
      fix: "name the contract by --document",
    });
  for (const { commit, why } of steps.unread) io.err(printable(`${commit} is left out: ${why}`));
  const history = historyOf(steps, { ...compareOptions(args, new Date()), grades: gradesOf(args) });
  io.out(
    format === "json"
      ? historyJson(history, steps)
      : historyText(history, range.base, terminalOf(io.env, process.stdout)),
  );
  return history.standing.length > 0 ? 1 : 0;
}

function historyText(
  { steps, standing, undecided }: History,
  base: string,
  terminal: ReturnType<typeof terminalOf>,
): string {
  const { columns } = terminal;
  const rows = steps.map(({ step, alone, journey }) => {
    const verdicts = `${cellText(alone).padStart(5)}  ${cellText(journey).padStart(7)}`;
    return cut(
      `${verdicts}  ${printable(`${stepText(step).padEnd(19)}  ${step.author}: ${step.subject}`)}`,
      columns,
    );
  });
  const blocks = standing.flatMap(({ finding, since, isSilent }) => [
    cut(
      printable(`since ${stepText(since)}: ${since.subject}${isSilent ? " (no step shows it)" : ""}`),
      columns,
    ),
    ...findingLines(finding, terminal),
    "",
  ]);
  const doubt = undecided.length === 0 ? "" : `, ${undecided.length} undecided`;
  const last =
    standing.length === 0
      ? `${undecided.length === 0 ? "compatible" : "undecided"}: no break of clients of ${base} stands${doubt}`
      : `breaking: ${counted(standing.length, "break")} of clients of ${base}${doubt}`;
  return [cut(` step  journey  commit`, columns), ...rows, "", ...blocks, cut(printable(last), columns)].join(
    "\n",
  );
}

function historyJson({ steps, standing }: History, { unread }: Steps): string {
  const json = {
    version: 1,
    steps: steps.map(({ step: { document, ...step }, alone, journey }) => ({
      ...step,
      document: document.name,
      breaks: alone.breaks.length,
      undecided: alone.undecided.length,
      journeyBreaks: journey.breaks.length,
      journeyUndecided: journey.undecided.length,
    })),
    standing: standing.map(({ finding, since, isSilent }) => ({
      since: since.commit,
      silent: isSilent,
      finding: jsonFinding(withShortWitness(finding)),
    })),
    unread,
  };
  return printableJson(jsonText(json, 2));
}
