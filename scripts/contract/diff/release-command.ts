// `contract diff release`: checks whether info.version is bumped as the changes since the last release
// require.
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { printable } from "../cli/printable.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { git } from "../document/git.ts";
import { compareWithCallers, gradedVersion, versionsOf } from "./compare-sides.ts";
import type { Finding } from "./comparison.ts";
import { compareOptions, comparisonOptions, gradesOf } from "./comparison-options.ts";
import { documentOf, documentOption } from "./document-option.ts";
import { gradeFindings } from "./policy/grade.ts";
import { stepText } from "./history/history.ts";
import type { Step } from "./history/read-steps.ts";
import { standingSince } from "./history/since.ts";
import { readSides } from "./read-sides.ts";
import { counted, versionMessage } from "./review.ts";
import { readSupported, supportedOption } from "./versions/read-supported.ts";

export const releaseCommand: Command = {
  name: "diff release",
  section: "diff",
  summary: "Check info.version against what changed since the last release.",
  usage: "",
  details:
    "The last release is the newest tag, such as v1.2.3, among the ancestors of HEAD. Undecided findings fail as well, because " +
    "a version number cannot express them.",
  options: {
    document: documentOption,
    supported: supportedOption,
    ...comparisonOptions,
    ...readingOptions,
    lenient: { type: "boolean", summary: "Allow undecided findings." },
  },
  run: runRelease,
};

async function runRelease(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const described = await git(["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"], io.cwd);
  if (described.failed) {
    io.out("no release yet: no ancestor of HEAD has a tag such as v1.2.3");
    return 0;
  }
  const tag = described.text().trim();
  const sides = await readSides(tag, undefined, documentOf(args), io.cwd, readingOf(args, io));
  const grades = gradesOf(args);
  const comparison = await compareWithCallers(
    sides,
    compareOptions(args, new Date()),
    await readSupported(args, io),
  );
  const version = gradedVersion(comparison, grades, versionsOf(sides));
  const graded = gradeFindings(comparison, grades);
  const undecided = graded.comparison.findings.filter(({ verdict }) => verdict === "undecided");
  for (const finding of args.flag("lenient") ? [] : undecided) io.out(undecidedLine(finding));
  if (graded.ignored.length > 0) io.err(`${counted(graded.ignored.length, "finding")} ignored or graded`);
  if (!version.enough) {
    const since = await standingSince(sides, compareOptions(args, new Date()), {
      cwd: io.cwd,
      reading: readingOf(args, io),
    });
    for (const finding of breaksOf(graded.comparison.findings))
      io.out(breakLine(finding, since.get(finding.fingerprint)));
  }
  io.out(
    versionMessage(version) ??
      `info.version is bumped far enough: ${printable(version.base)} (${tag}) → ${printable(version.head)}`,
  );
  return version.enough && (args.flag("lenient") || undecided.length === 0) ? 0 : 1;
}

/** Maximum number of listed breaks; `contract diff` lists all. */
const mostNamed = 20;

function breaksOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ verdict }) => verdict === "breaking").slice(0, mostNamed);
}

function breakLine({ operation, side, place, rule, fingerprint }: Finding, since: Step | undefined): string {
  const what = [operation, side, place, rule].filter((word) => word !== "").join(" ");
  return printable(
    `breaking: ${what}${since === undefined ? "" : `, since ${stepText(since)}`} (${fingerprint})`,
  );
}

function undecidedLine({ operation, side, place, rule, reason = "", fingerprint }: Finding): string {
  const what = [operation, side, place, rule].filter((word) => word !== "").join(" ");
  return printable(`undecided: ${what}: ${reason} (${fingerprint})`);
}
