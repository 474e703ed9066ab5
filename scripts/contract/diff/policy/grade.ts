// `--ignore` and `--grade`: user-defined verdicts of findings, selected by rule, path or pattern, each with a
// reason.
import {
  type Conditions,
  containing,
  firstFitting,
  listed,
  named,
  parseGraded,
  parseSelector,
  type Selector,
} from "../../cli/selector.ts";
import type { Comparison, Finding, Verdict } from "../comparison.ts";
import { rules } from "../rules/table.ts";

/** The new verdict of findings that satisfy every condition. */
export interface Grade extends Selector<Finding> {
  /** Undefined: the findings are left out. */
  readonly to: Verdict | undefined;
}

/** A finding that was left out (`to` undefined) or graded, with the given reason. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly from: Verdict;
  readonly to: Verdict | undefined;
  readonly reason: string;
}

/** The grades: verdicts, and the equivalent levels that a config also uses for lint findings. */
const grades: Readonly<Record<string, Verdict | undefined>> = {
  breaking: "breaking",
  undecided: "undecided",
  notice: "notice",
  compatible: "compatible",
  error: "breaking",
  warn: "notice",
  off: undefined,
};

const fields: Conditions<Finding> = {
  rule: listed(
    rules.map(({ id }) => id),
    ({ rule }) => rule,
  ),
  path: named(({ endpoint = "" }) => [endpoint.slice(endpoint.indexOf(" ") + 1)]),
  operation: named(({ operation, endpoint = "" }) => [operation, endpoint]),
  side: (value) => (finding) => finding.side === value,
  place: named(({ place }) => [place]),
  text: containing(textOf),
};

/** The conditions that a grade may contain. */
export const gradeConditions: readonly string[] = Object.keys(fields);

/** Returns the text that `text=` searches: the first line of a finding in the text format. */
function textOf({ operation, side, place, rule, action, detail }: Finding): string {
  return [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
}

/**
 * Parses `rule=enum path=/v1/**: we announced it`.
 *
 * @throws UsageError if the syntax is invalid
 */
export function parseIgnore(text: string): Grade {
  const given = { flag: "ignore", text, fix: `write --ignore '${example}'` };
  return { to: undefined, ...parseSelector(given, fields) };
}

/**
 * Parses `notice rule=enum path=/v1/**: we announced it`.
 *
 * @throws UsageError if the syntax is invalid
 */
export function parseGrade(text: string): Grade {
  const given = { flag: "grade", text, fix: `write --grade 'notice ${example}'` };
  return parseGraded(given, grades, fields);
}

const example = "rule=max-length path=/v1/**: why this is right";

/**
 * Returns the comparison graded as the command line declares, and what that changed. The first matching grade
 * counts.
 */
export function gradeFindings(
  comparison: Comparison,
  grades: readonly Grade[],
): { readonly comparison: Comparison; readonly ignored: readonly IgnoredFinding[] } {
  if (grades.length === 0) return { comparison, ignored: [] };
  const ignored: IgnoredFinding[] = [];
  const findings = comparison.findings.flatMap((finding) => {
    const grade = firstFitting(finding, grades);
    if (grade === undefined || grade.to === finding.verdict || isProofKept(finding, grade)) return [finding];
    const { to, reason } = grade;
    ignored.push({ finding, from: finding.verdict, to, reason });
    return to === undefined ? [] : [regraded(finding, to, reason)];
  });
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const counts = {
    operations: comparison.counts.operations,
    breaking: count("breaking"),
    undecided: count("undecided"),
    notice: count("notice"),
    compatible: count("compatible"),
  };
  return { comparison: { ...comparison, findings, counts }, ignored };
}

/**
 * True for a proof of compatibility that a grade does not concern. `notice path=/v1/**` lowers the breaks
 * there, and raises nothing; `breaking path=/v1/**` freezes the path, so that a harmless change counts, too.
 */
function isProofKept({ verdict }: Finding, { to }: Grade): boolean {
  return verdict === "compatible" && to !== undefined && to !== "breaking";
}

function regraded(finding: Finding, to: Verdict, reason: string): Finding {
  const gradeReason = `graded from ${finding.verdict}: ${reason}`;
  return {
    ...finding,
    verdict: to,
    reason: finding.reason === undefined ? gradeReason : `${finding.reason}; ${gradeReason}`,
    policy: to === "breaking" ? "grade" : finding.policy,
  };
}
