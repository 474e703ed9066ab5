// `contract diff changelog`: writes the changelog entry of the changes, under the required version.
import { type Command, type CommandArgs, type CommandIo, type ExitCode } from "../../cli/command.ts";
import { readingOf, readingOptions } from "../../cli/reading-options.ts";
import { compareWithCallers, gradedVersion, versionsOf } from "../compare-sides.ts";
import { compareOptions, comparisonOptions, gradesOf } from "../comparison-options.ts";
import { defaultBase } from "../diff-options.ts";
import { documentOf, documentOption, withDocumentOfBase } from "../document-option.ts";
import { gradeFindings } from "../policy/grade.ts";
import { standingSince } from "../history/since.ts";
import { readSides } from "../read-sides.ts";
import { readSupported, supportedOption } from "../versions/read-supported.ts";
import { changelogEntry } from "./changelog-entry.ts";

export const changelogCommand: Command = {
  name: "diff changelog",
  section: "diff",
  summary: "Write the changelog entry of what changed since a revision.",
  usage: "[base] [head]",
  details: `Without BASE it is ${defaultBase}. The entry goes to stdout. Its version is info.version if that claims enough, else the lowest that would.`,
  positionals: { min: 0, max: 2 },
  options: {
    document: documentOption,
    supported: supportedOption,
    ...comparisonOptions,
    ...readingOptions,
  },
  run: runChangelog,
};

async function runChangelog(given: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const args = await withDocumentOfBase(given, io.cwd);
  const [base = defaultBase, head] = args.positionals;
  const sides = await readSides(base, head, documentOf(args), io.cwd, readingOf(args, io));
  const grades = gradesOf(args);
  const comparison = await compareWithCallers(
    sides,
    compareOptions(args, new Date()),
    await readSupported(args, io),
  );
  const versions = versionsOf(sides);
  const version = gradedVersion(comparison, grades, versions);
  const name = version.enough ? version.head : (version.next ?? version.head);
  const since = await standingSince(sides, compareOptions(args, new Date()), {
    cwd: io.cwd,
    reading: readingOf(args, io),
  });
  const graded = gradeFindings(comparison, grades).comparison;
  io.out(changelogEntry(name, graded, versions.difference, since).trimEnd());
  return 0;
}
