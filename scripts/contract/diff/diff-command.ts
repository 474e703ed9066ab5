// `contract diff`: says what a change of the contract does to those who use it, with an exchange that proves each break.
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { jsonText } from "../document/json-text.ts";
import { readingOf } from "../cli/reading-options.ts";
import { errorText } from "../cli/error-text.ts";
import { readToolVersion } from "../cli/read-tool-version.ts";
import { acceptCommandLine } from "./accept/accept-command-line.ts";
import { compareWithCallers, reviewSides } from "./compare-sides.ts";
import { defaultBase, type DiffRequest, diffOptions, type FailOn, readDiffRequest } from "./diff-options.ts";
import { documentOf } from "./document-option.ts";
import { formatFailure } from "./format/markdown.ts";
import { printReview } from "./format/print-review.ts";
import { terminalOf } from "../cli/terminal.ts";
import { readSides, type Sides } from "./read-sides.ts";
import { readSourceLines } from "./read-source-lines.ts";
import { replay } from "./replay/replay.ts";
import { replayReport } from "./replay/replay-report.ts";
import type { Review } from "./review.ts";
import { readSupported } from "./versions/read-supported.ts";
import { runMatrix } from "./versions/run-matrix.ts";

export const diffCommand: Command = {
  name: "diff",
  section: "diff",
  summary: "Compare two revisions of the contract; show an exchange for each break.",
  usage: "[base] [head]",
  details: [
    "BASE and HEAD are files or git revisions: old.yaml, origin/main, HEAD~3:spec/openapi.yaml.",
    `Without BASE it is ${defaultBase}; without HEAD, the document in the working tree is compared. main...HEAD compares HEAD with where it left main.`,
    "The exit code is 1 when something would break clients of BASE.",
    "With --supported it is 1, too, when clients of such a version would break that do not break at BASE. Without BASE, or with",
    "--matrix, every version is compared with every other, and with the document in the working tree: rows are clients,",
    "columns servers.",
    "",
    "contract diff accept, changelog, release and rules have a --help of their own.",
    "With --replay, CONTRACT_CREDENTIALS is the value of the Authorization header.",
  ].join("\n"),
  positionals: { min: 0, max: 2 },
  options: diffOptions,
  run: runDiff,
};

async function runDiff(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  try {
    return await compareAndPrint(args, io);
  } catch (error) {
    // The comment of a pull request says so, too; what is wrong is told once more on stderr.
    if (args.value("format") === "markdown")
      io.out(formatFailure(documentOf(args), errorText(error, false)).trimEnd());
    throw error;
  }
}

async function compareAndPrint(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  if (isMatrix(args)) return await runMatrix(args, io);
  const today = new Date();
  const request = readDiffRequest(args, today);
  const { base, head, document, format, failOn, proofs } = request;
  const sides = await readSides(base, head, document, io.cwd, readingOf(args, io));
  const comparison = await compareWithCallers(sides, request.compare, await readSupported(args, io));
  const review = await reviewSides(sides, comparison, { ...request, today, cwd: io.cwd });
  const clean = isClean(review, failOn) && (failOn !== "any" || isSame(sides));
  const { CONTRACT_COMMAND: command } = io.env;
  const text = printReview(review, format, {
    terminal: terminalOf(io.env, process.stdout),
    proofs,
    clean,
    document,
    sides,
    toolVersion: await readToolVersion(),
    acceptCommand: acceptCommandLine({ command, base: baseRevision(sides), document }),
    linesOf: format === "html" ? await readSourceLines(comparison, io.cwd) : () => undefined,
  });
  if (text !== "") io.out(text);
  const replayed = request.replay === undefined || (await runReplay(request.replay, review, format, io));
  return clean && replayed ? 0 : 1;
}

/** A config that names supported versions asks for no matrix, but for its base to be held against them, too. */
function isMatrix(args: CommandArgs): boolean {
  const { typed = args } = args;
  return args.flag("matrix") || (typed.positionals.length === 0 && typed.values("supported").length > 0);
}

function isClean({ open, idle, version, comparison: { counts } }: Review, failOn: FailOn): boolean {
  if (failOn !== "breaking" && counts.undecided > 0) return false;
  if ((failOn === "notice" || failOn === "any") && counts.notice > 0) return false;
  return open.length === 0 && idle.length === 0 && version?.enough !== false;
}

function isSame({ before, after }: Sides): boolean {
  return jsonText(before.root) === jsonText(after.root);
}

function baseRevision({ base }: Sides): string | undefined {
  return base.kind === "revision" ? base.revision : undefined;
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
