// `--ignore` and `--grade`: what people say of findings, by rule, path or pattern, and why.
import {
  type Conditions,
  containing,
  firstFitting,
  named,
  parseGraded,
  parseSelector,
  type Selector,
} from "../../cli/selector.ts";
import type { Comparison, Finding, Verdict } from "../comparison.ts";

/** What is to become of findings that meet every condition. */
export interface Grade extends Selector<Finding> {
  /** Undefined: they are left out. */
  readonly to: Verdict | undefined;
}

/** A finding that was left out (`to` undefined), or graded, and the reason that was given. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly from: Verdict;
  readonly to: Verdict | undefined;
  readonly reason: string;
}

/** What a finding can be graded to: a verdict, or how a config says it of lint's findings, too. */
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
  rule: named(({ rule }) => [rule]),
  path: named(({ endpoint = "" }) => [endpoint.slice(endpoint.indexOf(" ") + 1)]),
  operation: named(({ operation, endpoint = "" }) => [operation, endpoint]),
  side: (value) => (finding) => finding.side === value,
  place: named(({ place }) => [place]),
  text: containing(textOf),
};

/** What a grade may ask of a finding. */
export const gradeConditions: readonly string[] = Object.keys(fields);

/** What `text=` searches: a finding as the text format opens with it. */
function textOf({ operation, side, place, rule, action, detail }: Finding): string {
  return [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
}

/** `rule=enum path=/v1/**: we announced it`. Throws a UsageError for what it cannot read. */
export function parseIgnore(text: string): Grade {
  const given = { flag: "ignore", text, fix: `write --ignore '${example}'` };
  return { to: undefined, ...parseSelector(given, fields) };
}

/** `notice rule=enum path=/v1/**: we announced it`. Throws a UsageError for what it cannot read. */
export function parseGrade(text: string): Grade {
  const given = { flag: "grade", text, fix: `write --grade 'notice ${example}'` };
  return parseGraded(given, grades, fields);
}

const example = "rule=max-length path=/v1/**: why this is right";

/** The comparison as the command line wants it graded, and what that changed. The first grade that fits counts. */
export function gradeFindings(
  comparison: Comparison,
  grades: readonly Grade[],
): { readonly comparison: Comparison; readonly ignored: readonly IgnoredFinding[] } {
  if (grades.length === 0) return { comparison, ignored: [] };
  const ignored: IgnoredFinding[] = [];
  const findings = comparison.findings.flatMap((finding) => {
    const grade = firstFitting(finding, grades);
    if (grade === undefined || grade.to === finding.verdict) return [finding];
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

function regraded(finding: Finding, to: Verdict, reason: string): Finding {
  const said = `graded from ${finding.verdict}: ${reason}`;
  return {
    ...finding,
    verdict: to,
    reason: finding.reason === undefined ? said : `${finding.reason}; ${said}`,
    policy: to === "breaking" ? "grade" : finding.policy,
  };
}
