// `contract diff`: says what a change of the contract does to those who use it, with an exchange that proves each break.
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { UsageError } from "../cli/command.ts";
import { compareWithCallers, reviewSides } from "./compare-sides.ts";
import { type DiffRequest, diffOptions, readDiffRequest } from "./diff-options.ts";
import { printReview } from "./format/print-review.ts";
import { terminalOf } from "./format/terminal.ts";
import { readSides } from "./read-sides.ts";
import { readSourceLines } from "./read-source-lines.ts";
import { replay } from "./replay/replay.ts";
import { replayReport } from "./replay/replay-report.ts";
import type { Review } from "./review.ts";

export const diffCommand: Command = {
  name: "diff",
  summary: "Compare two revisions of the contract; show an exchange for each break.",
  usage: "<base> [head]",
  details: [
    "BASE and HEAD are files or git revisions: old.yaml, origin/main, HEAD~3:spec/openapi.yaml.",
    "Without HEAD, the document in the working tree is compared.",
    "The exit code is 1 when something would break clients of BASE.",
    "",
    "contract diff accept, changelog and release have a --help of their own.",
    "With --replay, CONTRACT_CREDENTIALS is the value of the Authorization header.",
  ].join("\n"),
  positionals: { min: 1, max: 2 },
  options: diffOptions,
  run: runDiff,
};

async function runDiff(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const today = new Date();
  const request = readDiffRequest(args, today);
  const { base, head, document, format, strict, proofs } = request;
  const sides = await readSides(base, head, document, io.cwd);
  const comparison = await compareWithCallers(sides, request.compare);
  const { operation } = request.compare;
  if (operation !== undefined && comparison.counts.operations === 0) throw unknownOperation(operation);
  const review = await reviewSides(sides, comparison, { ...request, today, cwd: io.cwd });
  const clean = isClean(review, strict);
  const terminal = terminalOf(io.env, process.stdout);
  const linesOf = format === "html" ? await readSourceLines(comparison, io.cwd) : () => undefined;
  const text = printReview(review, {
    format,
    terminal,
    strict,
    proofs,
    clean,
    document,
    note: sides.note,
    linesOf,
  });
  if (text !== "") io.out(text);
  const replayed = request.replay === undefined || (await runReplay(request.replay, review, format, io));
  return clean && replayed ? 0 : 1;
}

function isClean({ open, idle, version, comparison }: Review, strict: boolean): boolean {
  if (strict && comparison.counts.undecided > 0) return false;
  return open.length === 0 && idle.length === 0 && version?.enough !== false;
}

/** Whether the server refused every witness. */
async function runReplay(url: string, { comparison }: Review, format: DiffRequest["format"], io: CommandIo) {
  const { CONTRACT_CREDENTIALS: credentials } = io.env;
  const replayed = await replay(comparison, url, credentials === undefined ? {} : { credentials });
  const report = replayReport(replayed, url);
  if (format === "text") io.out(report);
  else io.err(report);
  return replayed.every(({ outcome }) => outcome === "refused");
}

function unknownOperation(operation: string): UsageError {
  return new UsageError(`no operation is called ${operation}`, {
    expected: `expected an operationId, or a method and path, of either document, got ${operation}`,
    fix: "contract diff --operation 'GET /path' …",
  });
}
