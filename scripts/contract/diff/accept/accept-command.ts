// `contract diff accept`: records the acceptance of a break, with a reason and an expiry date.
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { checkOwnTarget } from "../../cli/write-target.ts";
import {
  type Command,
  type CommandArgs,
  type CommandIo,
  type ExitCode,
  UsageError,
} from "../../cli/command.ts";
import { printing } from "../../cli/printing.ts";
import { readingOf, readingOptions } from "../../cli/reading-options.ts";
import { compareWithCallers, reviewSides } from "../compare-sides.ts";
import type { Finding } from "../comparison.ts";
import { compareOptions, comparisonOptions, gradesOf } from "../comparison-options.ts";
import { acceptedOption, defaultBase } from "../diff-options.ts";
import { documentOf, documentOption } from "../document-option.ts";
import { readSides } from "../read-sides.ts";
import { bySameChange } from "../same-change.ts";
import { pathBeside } from "../side-location.ts";
import { readSupported, supportedOption } from "../versions/read-supported.ts";
import { sampleReason } from "../../cli/reason.ts";
import { acceptanceOptions, readAcceptance } from "./read-acceptance.ts";
import { withAcceptedChange, withoutAcceptedChanges } from "./edit-accepted-changes.ts";

export const acceptCommand: Command = {
  name: "diff accept",
  section: "diff",
  summary: "Accept a break, with a reason and a last day.",
  usage: "<fingerprint…> --reason <text>",
  details: [
    "Compares the document in the working tree with --base, and writes the breaks of these fingerprints, " +
      "wherever the same change shows, into accepted-changes.yaml.",
    "--prune removes the entries that accept nothing any more.",
  ].join("\n"),
  positionals: { min: 0, max: 100 },
  options: {
    base: { type: "string", value: "revision", summary: "What to compare with.", default: defaultBase },
    document: documentOption,
    supported: supportedOption,
    ...comparisonOptions,
    accepted: acceptedOption,
    ...readingOptions,
    ...acceptanceOptions,
    prune: { type: "boolean", summary: "Remove entries that are stale or expired.", flagOnly: true },
  },
  run: runAccept,
};

async function runAccept(args: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const today = new Date();
  const compare = compareOptions(args, today);
  const sides = await readSides(
    args.value("base") ?? defaultBase,
    undefined,
    documentOf(args),
    io.cwd,
    readingOf(args, io),
  );
  const comparison = await compareWithCallers(sides, compare, await readSupported(args, io));
  const options = {
    accepted: args.value("accepted"),
    checkVersion: false,
    compare,
    grades: gradesOf(args),
    today,
    cwd: io.cwd,
  };
  const review = await reviewSides(sides, comparison, options);
  const path = options.accepted ?? pathBeside(sides.head, "accepted-changes.yaml");
  const chosen = chosenFindings(args.positionals, review.open);
  const prune = args.flag("prune");
  if (chosen.length === 0 && !prune) throw nothingNamed(review.open);
  let text = await readFile(resolve(io.cwd, path), "utf8").catch(() => "");
  if (prune) {
    text = withoutAcceptedChanges(text, new Set(review.idle.map(({ entry }) => entry.fingerprint)));
    for (const { entry, state } of review.idle) io.out(`removed  ${entry.fingerprint}  ${state}`);
  }
  if (chosen.length > 0) {
    const acceptance = await readAcceptance(args, io, today, "contract diff accept");
    for (const { fingerprint, rule, operation } of chosen) {
      text = withAcceptedChange(text, { fingerprint, rule, operation, ...acceptance });
      io.out(`accepted  ${fingerprint}  ${operation}  ${rule}  until ${acceptance.expires}`);
    }
  }
  await checkOwnTarget(io.cwd, resolve(io.cwd, path), path);
  await writeFile(resolve(io.cwd, path), text);
  io.err(`${path} is written: commit it with the change`);
  return 0;
}

/** Returns the open breaks with these fingerprints, and the same changes in other operations. */
function chosenFindings(fingerprints: readonly string[], open: readonly Finding[]): Finding[] {
  const groups = bySameChange(open);
  return fingerprints.flatMap((fingerprint) => {
    const group = groups.find((findings) => findings.some((finding) => finding.fingerprint === fingerprint));
    if (group !== undefined) return group;
    throw new UsageError(`no open break has the fingerprint ${fingerprint}`, {
      expected: `expected one of ${open.map((finding) => finding.fingerprint).join(", ") || "none: nothing is open"}`,
      fix: "contract diff origin/main shows what is open; --base names another revision",
    });
  });
}

function nothingNamed(open: readonly Finding[]): UsageError {
  return new UsageError("no fingerprint is named", {
    expected: `open: ${open.map(({ fingerprint, operation, rule }) => `${fingerprint} (${operation} ${rule})`).join(", ") || "nothing"}`,
    fix: `contract diff accept <fingerprint> --reason "${sampleReason}"`,
  });
}
