// `contract verify`: verifies a running server against its document, and reports what was not tested.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { readingOf } from "../cli/reading-options.ts";
import { readToolVersion } from "../cli/read-tool-version.ts";
import { checkOwnTarget } from "../cli/write-target.ts";
import { parseAcceptedChanges } from "../diff/accept/parse-accepted-changes.ts";
import type { WrittenAcceptedChange } from "../diff/accept/accepted-change.ts";
import { terminalOf } from "../cli/terminal.ts";
import { isObject, resolvePointer } from "../document/pointer.ts";
import { readNamed } from "../document/read-named.ts";
import { assertLiquid } from "../proxy/assert-liquid.ts";
import { harOf } from "./report/har.ts";
import { printReport } from "./report/print-report.ts";
import { reportView, type ReportView } from "./report/report-view.ts";
import type { Report } from "./report/report.ts";
import { readReplayed } from "./read-replayed.ts";
import { hiding } from "./send/account.ts";
import { verify } from "./verify.ts";
import { readVerifyRequest, secretsFrom, verifyOptions, type VerifyRequest } from "./verify-options.ts";

export const verifyCommand: Command = {
  name: "verify",
  section: "verify",
  summary:
    "Check a running server against its document with computed requests, and report what was not tried.",
  usage: "[document] --target <url> [--write]",
  details: [
    "For each constraint of the document a request at its edge and one just past it are sent, and every response is checked.",
    "Without --write only what is safe is called. Requests go to this machine, unless --allow-host names another.",
    "Secrets come from the environment and are printed nowhere. The exit code is 1 when something was found.",
    "",
    "contract verify accept has a --help of its own.",
  ].join("\n"),
  positionals: { min: 0, max: 1 },
  options: verifyOptions,
  run: async (args, io) => {
    const stop = new AbortController();
    // The first signal ends the run and prints its report; a second one ends the process, by Node's default.
    const end = (): void => stop.abort();
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    try {
      return await runVerify(args, io, stop.signal);
    } finally {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
    }
  },
};

/**
 * Runs the command.
 *
 * @param stop  ends the run
 */
export async function runVerify(args: CommandArgs, io: CommandIo, stop: AbortSignal): Promise<ExitCode> {
  const request = readVerifyRequest(args);
  const document = await readNamed(request.document, { directory: io.cwd, ...readingOf(args, io) });
  await assertLiquid(document);
  const found = resolvePointer(document.root, "/components/securitySchemes");
  const schemes = isObject(found) ? Object.keys(found) : [];
  const credentials = secretsFrom(args, io, schemes, "credential");
  const otherCredentials = secretsFrom(args, io, schemes, "other-credential");
  const accepted = await readAccepted(request, io);
  const replayed =
    request.replay === undefined
      ? undefined
      : await readReplayed(resolve(io.cwd, request.replay), request.replay);
  const progress = progressOn(io);
  const report = await verify({
    ...{ document, credentials, otherCredentials, signal: stop },
    ...{ write: request.write, changeExisting: request.changeExisting },
    ...{ rate: request.rate, concurrency: request.concurrency, budget: request.budget, seed: request.seed },
    ...{ slow: request.slow, timeout: request.timeout, failFast: request.failFast },
    only: replayed?.operations ?? request.only,
    target: request.target.href,
    onSent: progress.count,
  });
  progress.end();
  const hide = hiding(
    [credentials, otherCredentials].map((secrets) => new Map(Object.entries(secrets ?? {}))),
  );
  const kept = replayed === undefined ? report : only(report, replayed.fingerprints);
  const view = reportView(kept, {
    ...{ hide, accepted, today: new Date(), seed: request.seed ?? 0 },
    minCoverage: replayed === undefined ? request.minCoverage : undefined,
  });
  const toolVersion = await readToolVersion();
  io.out(
    printReport(view, request.format, {
      terminal: terminalOf(io.env, process.stdout),
      toolVersion,
    }).trimEnd(),
  );
  if (request.har !== undefined) await writeHar(request.har, harOf(report.sent, hide, toolVersion), io);
  tellBrokenOff(view, io);
  return view.clean ? 0 : 1;
}

/** Restricts the report of a replay to the replayed findings; others are reported by their own run. */
function only(report: Report, fingerprints: ReadonlySet<string>): Report {
  return { ...report, findings: report.findings.filter(({ fingerprint }) => fingerprints.has(fingerprint)) };
}

function tellBrokenOff({ minCoverage, coverage, security }: ReportView, io: CommandIo): void {
  if (minCoverage !== undefined && coverage < minCoverage)
    io.err(
      `verify: ${coverage} % of the testable constraints were tried; --min-coverage requires ${minCoverage}`,
    );
  const missing = security.find(({ why }) => why?.startsWith("no credentials") === true);
  if (missing?.why !== undefined)
    io.err(`verify: ${missing.why}: set CONTRACT_CREDENTIALS_<SCHEME>, or name a variable with --credential`);
}

async function readAccepted(
  { accepted, document }: VerifyRequest,
  io: CommandIo,
): Promise<WrittenAcceptedChange[]> {
  const path = accepted ?? acceptedBeside(document);
  let text: string;
  try {
    text = await readFile(resolve(io.cwd, path), "utf8");
  } catch {
    if (accepted === undefined) return [];
    throw new UsageError(`--accepted ${accepted} cannot be read`, {
      expected: "expected a file that contract verify accept wrote",
      fix: "leave --accepted out, or name such a file",
    });
  }
  return parseAcceptedChanges(text, path);
}

/** Returns the path of the accepted findings next to a document. */
export function acceptedBeside(document: string): string {
  return join(dirname(document), "accepted-findings.yaml");
}

async function writeHar(path: string, text: string, io: CommandIo): Promise<void> {
  const file = resolve(io.cwd, path);
  await checkOwnTarget(io.cwd, file, path);
  await writeFile(file, `${text}\n`);
  io.err(`verify: everything that was sent is in ${path}`);
}

const between = 2_000;

/** Prints progress at intervals, on a terminal. */
function progressOn(io: CommandIo): { readonly count: () => void; readonly end: () => void } {
  let requests = 0;
  const timer = setInterval(() => io.err(`verify: ${requests} requests`), between);
  if (!process.stderr.isTTY) clearInterval(timer);
  return {
    count: () => {
      requests += 1;
    },
    end: () => clearInterval(timer),
  };
}
