// Compares tools that compare OpenAPI documents: false alarms, misses and undecided pairs on the corpus of
// hand-written cases, and on pairs that are easily misread. `node --import=tsx
// scripts/project/bench/diff-corpus.ts pairs` prints only the latter.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CorpusCase, readCorpus } from "../../../test/diff/corpus.ts";
import { readPairs } from "../../../test/diff/pairs.ts";
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
  for (const tool of diffTools) {
    rows.push(await row(tool, questions, ["equivalent", "safe", "breaks", "keywords"]));
  }
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
      "processor s a run",
      "wall s a run",
      "MB",
    ],
    rows,
  };
}

/**
 * Runs the tools on the pairs, in each direction whose right verdict is breaking or compatible. Pairs that
 * are to be rejected or are undecidable are left out.
 */
export async function benchPairs(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), "diff-pairs-"));
  try {
    const questions = readPairs().flatMap((pair, index) => {
      const [base, head] = [join(folder, `${index}-base.json`), join(folder, `${index}-head.json`)];
      writeFileSync(base, pair.base);
      writeFileSync(head, pair.head);
      return [
        { theme: pair.want, base, head },
        { theme: pair.back, base: head, head: base },
      ].flatMap(({ theme, ...files }) =>
        theme === "breaking" || theme === "compatible"
          ? [{ ...files, theme, protect: ["wire"], breaking: theme === "breaking" }]
          : [],
      );
    });
    const rows: string[][] = [];
    for (const tool of diffTools) rows.push(await row(tool, questions, ["compatible", "breaking"]));
    const of = (theme: string) => questions.filter((question) => question.theme === theme).length;
    return {
      title: `Diff: verdicts on ${questions.length} pairs that are easily misread`,
      columns: [
        "",
        `false alarms, ${of("compatible")} compatible`,
        `missed, ${of("breaking")} breaks`,
        "undecided",
        "failed",
        "processor s a run",
        "wall s a run",
        "MB",
      ],
      rows,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
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

async function row(
  tool: DiffTool,
  questions: readonly Question[],
  themes: readonly string[],
): Promise<string[]> {
  const responses = await asked(tool, questions);
  const wrong = (theme: string) =>
    responses.filter(
      ([question, { says }]) => question.theme === theme && (says === "breaking") !== question.breaking,
    );
  const saying = (says: ToolResponse["says"]) =>
    responses.filter(([, response]) => response.says === says).length;
  return [
    tool.name,
    ...themes.map((theme) => String(wrong(theme).length)),
    String(saying("undecided")),
    String(saying("failed")),
    median(responses.map(([, { processor }]) => processor)).toFixed(2),
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

export const diffBench: Bench = {
  name: "diff",
  run: async () => [await benchDiff(), await benchPairs(), await diffScale()],
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tables = process.argv[2] === "pairs" ? [await benchPairs()] : await diffBench.run();
  for (const table of tables) process.stdout.write(printTable(table));
}
