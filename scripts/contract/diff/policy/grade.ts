// `--ignore` and `--grade`: what the command line says of findings, by rule, path or pattern, and why.
import { UsageError } from "../../cli/command.ts";
import { isReason } from "../accept/reason.ts";
import type { Comparison, Finding, Verdict } from "../comparison.ts";
import { matchesPattern } from "./name-pattern.ts";

/** What is to become of findings that meet every condition. */
export interface Grade {
  /** Undefined: they are left out. */
  readonly to: Verdict | undefined;
  readonly conditions: readonly ((finding: Finding) => boolean)[];
  readonly reason: string;
}

/** A finding that was left out (`to` undefined), or graded, and the reason that was given. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly from: Verdict;
  readonly to: Verdict | undefined;
  readonly reason: string;
}

const verdicts: readonly Verdict[] = ["breaking", "undecided", "notice", "compatible"];

const fields: Readonly<Record<string, (value: string) => (finding: Finding) => boolean>> = {
  rule:
    (value) =>
    ({ rule }) =>
      matchesPattern(value, rule),
  path:
    (value) =>
    ({ endpoint = "" }) =>
      matchesPattern(value, endpoint.slice(endpoint.indexOf(" ") + 1)),
  operation:
    (value) =>
    ({ operation }) =>
      matchesPattern(value, operation),
  side:
    (value) =>
    ({ side }) =>
      side === value,
  place:
    (value) =>
    ({ place }) =>
      matchesPattern(value, place),
  text: (value) => {
    const pattern = regularExpression(value);
    return (finding) => pattern.test(textOf(finding));
  },
};

/** What `text=` searches: a finding as the text format opens with it. */
function textOf({ operation, side, place, rule, action, detail }: Finding): string {
  return [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
}

/** `rule=enum path=/v1/**: we announced it`. Throws a UsageError for what it cannot read. */
export function parseIgnore(text: string): Grade {
  return { to: undefined, ...parseSelector("ignore", text) };
}

/** `notice rule=enum path=/v1/**: we announced it`. Throws a UsageError for what it cannot read. */
export function parseGrade(text: string): Grade {
  const [word = "", ...rest] = text.trim().split(" ");
  const to = verdicts.find((verdict) => verdict === word);
  if (to === undefined)
    throw unreadable("grade", text, `expected one of ${verdicts.join(", ")} first, got ${word}`);
  return { to, ...parseSelector("grade", rest.join(" ")) };
}

function parseSelector(flag: string, text: string): Omit<Grade, "to"> {
  const colon = text.search(/:\s/);
  const reason = colon === -1 ? "" : text.slice(colon + 1).trim();
  if (!isReason(reason)) throw unreadable(flag, text, "expected a colon and a reason at its end");
  const words = text
    .slice(0, colon)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0)
    throw unreadable(flag, text, "expected a condition, such as rule=enum, before the reason");
  const conditions = words.map((word) => {
    const [name, value] = splitAt(word, "=");
    const make = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (make !== undefined && value !== undefined) return make(value);
    throw unreadable(flag, text, `expected conditions on ${Object.keys(fields).join(", ")}, got ${word}`);
  });
  return { conditions, reason };
}

function splitAt(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function regularExpression(text: string): RegExp {
  try {
    return new RegExp(text, "u");
  } catch (cause) {
    throw unreadable(
      "ignore",
      `text=${text}`,
      cause instanceof Error ? cause.message : "no regular expression",
    );
  }
}

function unreadable(flag: string, text: string, expected: string): UsageError {
  return new UsageError(`--${flag} ${JSON.stringify(text)} cannot be read`, {
    expected,
    fix: `write --${flag} '${flag === "grade" ? "notice " : ""}rule=max-length path=/v1/**: why this is right'`,
  });
}

/** The comparison as the command line wants it graded, and what that changed. The first grade that fits counts. */
export function gradeFindings(
  comparison: Comparison,
  grades: readonly Grade[],
): { readonly comparison: Comparison; readonly ignored: readonly IgnoredFinding[] } {
  if (grades.length === 0) return { comparison, ignored: [] };
  const ignored: IgnoredFinding[] = [];
  const findings = comparison.findings.flatMap((finding) => {
    const grade = grades.find(({ conditions }) => conditions.every((meets) => meets(finding)));
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
