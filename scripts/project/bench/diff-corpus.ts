// Compares tools that compare OpenAPI documents: false alarms, misses and undecided pairs on the corpus of
// hand-written cases.
import { fileURLToPath } from "node:url";
import { type CorpusCase, readCorpus } from "../../../test/diff/corpus.ts";
import type { Bench } from "./bench.ts";
import { diffScale } from "./diff-scale.ts";
import { type DiffTool, diffTools, megabytes, type ToolResponse } from "./diff-tools.ts";
import { median } from "./statistics.ts";
import { printTable, type Table } from "./table.ts";

/** One direction of a case. */
interface Question {
  readonly theme: string;
  readonly base: string;
  readonly head: string;
  readonly protect: readonly string[];
  readonly breaking: boolean;
}

/** Runs the tools on every case, in each direction for which it declares a verdict. */
export async function benchDiff(): Promise<Table> {
  const questions = readCorpus().flatMap(questionsOf);
  const rows: string[][] = [];
  for (const tool of diffTools) rows.push(await row(tool, questions));
  const of = (theme: string) => questions.filter((question) => question.theme === theme).length;
  return {
    title: `Diff: verdicts on ${questions.length} pairs of documents`,
    columns: [
      "",
      `false alarms, ${of("equivalent")} equivalent`,
      `false alarms, ${of("safe")} safe`,
      `missed, ${of("breaks")} hidden breaks`,
      `missed, ${of("keywords")} keywords`,
      "undecided",
      "failed",
      "s a run",
      "MB",
    ],
    rows,
  };
}

function questionsOf({ theme, base, head, protect, forth, back }: CorpusCase): Question[] {
  const question = { theme, protect };
  return [
    { ...question, base, head, breaking: forth.verdict === "breaking" },
    ...(back === undefined
      ? []
      : [{ ...question, base: head, head: base, breaking: back.verdict === "breaking" }]),
  ];
}

async function row(tool: DiffTool, questions: readonly Question[]): Promise<string[]> {
  const responses = await asked(tool, questions);
  const wrong = (theme: string) =>
    responses.filter(
      ([question, { says }]) => question.theme === theme && (says === "breaking") !== question.breaking,
    );
  const saying = (says: ToolResponse["says"]) =>
    responses.filter(([, response]) => response.says === says).length;
  return [
    tool.name,
    ...["equivalent", "safe", "breaks", "keywords"].map((theme) => String(wrong(theme).length)),
    String(saying("undecided")),
    String(saying("failed")),
    median(responses.map(([, { seconds }]) => seconds)).toFixed(2),
    megabytes(median(responses.map(([, { bytes }]) => bytes))),
  ];
}

/** Sequentially, so that the times are reliable. */
async function asked(tool: DiffTool, questions: readonly Question[]): Promise<[Question, ToolResponse][]> {
  const responses: [Question, ToolResponse][] = [];
  for (const question of questions) {
    responses.push([question, await tool.ask(question.base, question.head, question.protect)]);
  }
  return responses;
}

export const diffBench: Bench = { name: "diff", run: async () => [await benchDiff(), await diffScale()] };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const table of await diffBench.run()) process.stdout.write(printTable(table));
}
