// `contract diff`: decides how a change of the contract affects its users, with an exchange that proves each
// break.
import {
  type Command,
  type CommandArgs,
  type CommandIo,
  type ConfiguredRun,
  type ExitCode,
  UsageError,
} from "../cli/command.ts";
import { choice } from "../cli/choice.ts";
import { endOf, worse } from "../cli/end-of.ts";
import { errorText } from "../cli/error-text.ts";
import { printable } from "../cli/printable.ts";
import { readingOf } from "../cli/reading-options.ts";
import { readToolVersion } from "../cli/read-tool-version.ts";
import { terminalOf } from "../cli/terminal.ts";
import { folderInRepository } from "../document/git.ts";
import { acceptCommandLine } from "./accept/accept-command-line.ts";
import { compareWithCallers, reviewSides } from "./compare-sides.ts";
import { gitlabMergeRequest, noteLimit } from "./comment/gitlab-merge-request.ts";
import { writeGitlabNote } from "./comment/write-gitlab-note.ts";
import { commentLocations, defaultBase, diffOptions, readDiffRequest } from "./diff-options.ts";
import { documentOf, withDocumentOfBase } from "./document-option.ts";
import { type DroppedRun, droppedRuns, inPlaceOf } from "./dropped-documents.ts";
import { withExcused } from "./excused.ts";
import { commentLimit, formatFailure } from "./format/markdown.ts";
import {
  type Format,
  formats,
  joinReviews,
  joinsReviews,
  namesFromTop,
  printReview,
} from "./format/print-review.ts";
import { isClean, isSame } from "./is-clean.ts";
import { readSides, type Sides } from "./read-sides.ts";
import { readSourceLines } from "./read-source-lines.ts";
import { runReplay } from "./replay/run-replay.ts";
import { repairMarkdown, repairText } from "./repair/print-repair.ts";
import { type RepairedSides, repairForms, repairOutput } from "./repair/repair-output.ts";
import { repairSides } from "./repair/repair-sides.ts";
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
    "With --replay, CONTRACT_CREDENTIALS is the value of the Authorization header. With --comment gitlab, CONTRACT_GITLAB_TOKEN",
    "is a token with the scope api; everything else comes from GitLab's own variables.",
  ].join("\n"),
  positionals: { min: 0, max: 2 },
  options: diffOptions,
  judgesConfig: true,
  run: runDiff,
  runAll,
};

async function runDiff(given: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const args = await withDocumentOfBase(given, io.cwd);
  const failed: unknown[] = [];
  const report = await reportOf(args, io).catch((error: unknown) => {
    failed.push(error);
    return failureOf(args, error);
  });
  const format = formatOf(args);
  await printRepairs(args, [report], io);
  if (report.text !== "") io.out(joinReviews(format, [{ name: "", ...report }]));
  if (report.comment !== undefined) await comment(args, report.comment, io);
  // Errors are repeated on stderr; the comment of a pull request contains them, too.
  if (failed.length > 0) throw failed[0];
  return report.code;
}

/**
 * Runs the comparisons of a config's documents and of those it hides: one report, if the format allows it,
 * and one comment.
 */
async function runAll(given: readonly ConfiguredRun[], io: CommandIo): Promise<ExitCode> {
  const runs = await Promise.all(
    given.map(async (run) => ({ ...run, args: await withDocumentOfBase(run.args, io.cwd) })),
  );
  const [first] = runs;
  if (first === undefined) return 0;
  const format = formatOf(first.args);
  const alone = repairFormOf(first.args);
  if (runs.length > 1 && !isMatrix(first.args)) {
    if (format === "html") throw oneDocument("--format html is a page", runs);
    if (alone === "overlay") throw oneDocument("--repair-as overlay is an Overlay", runs);
  }
  const parts: (Report & { readonly name: string })[] = [];
  let worst: ExitCode = 0;
  const runOne = async (run: ConfiguredRun, isOne: boolean): Promise<void> => {
    let report: Report = { text: "", comment: undefined, code: 2 };
    const code = await endOf(async () => {
      try {
        report = await reportOf(run.args, io, run);
      } catch (error) {
        report = failureOf(run.args, error);
        throw error;
      }
      return report.code;
    }, io);
    worst = worse(worst, code);
    parts.push({ name: run.name, ...report });
    if (joinsReviews(format) || alone !== undefined) return;
    if (!isOne) io.out(printable(`${run.name} (${documentOf(run.args)}):`));
    if (report.text !== "") io.out(report.text);
  };
  for (const run of runs) await runOne(run, runs.length === 1);
  if (parts.every(({ code }) => code !== 2) && !isMatrix(first.args)) {
    const find = async (): Promise<ExitCode> => {
      const dropped = await droppedRuns(runs, io.cwd);
      if (format === "html" && dropped.length > 0)
        throw oneDocument("--format html is a page", [...runs, ...dropped]);
      for (const run of dropped) await runOne(run, false);
      return 0;
    };
    const found = await endOf(find, io);
    worst = worse(worst, found);
  }
  await printRepairs(first.args, parts, io);
  const reports = parts.filter(({ text }) => text !== "");
  if (joinsReviews(format) && reports.length > 0) io.out(joinReviews(format, reports));
  const comments = parts.flatMap(({ name, comment: text }) => (text === undefined ? [] : [{ name, text }]));
  if (comments.length > 0) await comment(first.args, joinReviews("markdown", comments), io);
  return worst;
}

/** The output of a comparison, and its exit code. */
interface Report {
  readonly text: string;
  /** Text of a comment that this command writes. */
  readonly comment: string | undefined;
  /** The repair that is printed, if it is printed alone. */
  readonly repair?: RepairedSides | undefined;
  readonly code: ExitCode;
}

/** Returns the report of a comparison that cannot run, for its comment. */
function failureOf(args: CommandArgs, error: unknown): Report {
  const text = formatFailure(documentOf(args), errorText(error, false)).trimEnd();
  return {
    text: formatOf(args) === "markdown" ? text : "",
    comment: args.value("comment") === undefined ? undefined : text,
    code: 2,
  };
}

async function reportOf(
  args: CommandArgs,
  io: CommandIo,
  { config, inPlace }: Partial<DroppedRun> = {},
): Promise<Report> {
  if (isMatrix(args)) {
    const code = await runMatrix(args, io);
    return { text: "", comment: undefined, code };
  }
  const today = new Date();
  const request = readDiffRequest(args, today);
  const { base, head, document, format, failOn, proofs } = request;
  const reading = readingOf(args, io);
  const sides = inPlaceOf(await readSides(base, head, document, io.cwd, reading), inPlace);
  const versions = await readSupported(args, io);
  const comparison = await compareWithCallers(sides, request.compare, versions);
  const own = await reviewSides(sides, comparison, { ...request, today, cwd: io.cwd, reading });
  const review = await withExcused(sides, own, { args, config, today }, io);
  const clean = isClean(review, failOn) && (failOn !== "any" || isSame(sides));
  const { CONTRACT_COMMAND: command } = io.env;
  const { documents = 1 } = args;
  const options = {
    terminal: terminalOf(io.env, process.stdout),
    proofs,
    clean,
    failOn,
    document,
    sides,
    folder: namesFromTop(format) ? await folderInRepository(io.cwd) : undefined,
    toolVersion: await readToolVersion(),
    acceptCommand: acceptCommandLine({ command, base: baseRevision(sides), document }),
    linesOf: format === "html" ? await readSourceLines(comparison, io.cwd) : () => undefined,
  };
  const report = printReview(review, format, { ...options, limit: Math.floor(commentLimit / documents) });
  const repair =
    request.repair === undefined
      ? undefined
      : await repairSides(sides, review, { ...request, versions, today, reading, cwd: io.cwd });
  const isAlone = request.repair !== undefined && request.repair !== "beside";
  const beside =
    repair === undefined ? "" : format === "markdown" ? repairMarkdown(repair) : repairText(repair);
  const text = isAlone ? "" : [report, beside].filter((part) => part !== "").join("\n\n");
  const isCommented = args.value("comment") !== undefined;
  const limit = Math.floor(noteLimit / documents);
  const replayed =
    request.replay === undefined || (await runReplay(request.replay, review, format === "text", io));
  return {
    text,
    comment: isCommented
      ? [
          printReview(review, "markdown", { ...options, limit }),
          repair === undefined ? "" : repairMarkdown(repair),
        ]
          .filter((part) => part !== "")
          .join("\n\n")
      : undefined,
    repair: isAlone && repair !== undefined ? { repair, sides } : undefined,
    code: clean && replayed ? 0 : 1,
  };
}

function formatOf(args: CommandArgs): Format {
  return choice(args, "format", formats) ?? "text";
}

async function comment(args: CommandArgs, text: string, io: CommandIo): Promise<void> {
  if (choice(args, "comment", commentLocations) === undefined) return;
  io.err(await writeGitlabNote(gitlabMergeRequest(io.env), text));
}

function oneDocument(what: string, runs: readonly ConfiguredRun[]): UsageError {
  return new UsageError(`${what} of one document`, {
    expected: `expected --document with one of ${runs.map(({ name }) => name).join(", ")}`,
    fix: `write --document ${runs[0]?.name ?? ""}`,
  });
}

/**
 * True if a matrix is requested. Supported versions in a config request none; base is compared with them,
 * too.
 */
function isMatrix(args: CommandArgs): boolean {
  const { typed = args } = args;
  return args.flag("matrix") || (typed.positionals.length === 0 && typed.values("supported").length > 0);
}

function repairFormOf(args: CommandArgs) {
  return choice(args, "repair-as", repairForms);
}

/** Prints the repairs that are printed alone, all in one text. */
async function printRepairs(args: CommandArgs, reports: readonly Report[], io: CommandIo): Promise<void> {
  const form = repairFormOf(args);
  if (form === undefined) return;
  const repairs = reports.flatMap(({ repair }) => (repair === undefined ? [] : [repair]));
  const { text, notes } = await repairOutput(form, repairs, io.cwd);
  for (const note of notes) io.err(printable(note));
  if (text !== "") io.out(text);
}

function baseRevision({ base }: Sides): string | undefined {
  return base.kind === "revision" ? base.revision : undefined;
}
