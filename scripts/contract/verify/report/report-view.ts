// A report in the form that all formats print.
import type { WrittenAcceptedChange } from "../../diff/accept/accepted-change.ts";
import { jsonText } from "../../document/json-text.ts";
import { idleEntries, type IdleAcceptance } from "../../diff/accept/apply-accepted-changes.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import { countOf, type CoveredConstraint } from "../run/coverage.ts";
import { type FindingView, findingView } from "./finding-view.ts";
import type { Report } from "./report.ts";
import { sdkLines } from "./sdk-line.ts";

/** One constraint, and which of its sides were tested. */
export interface ConstraintView {
  readonly place: string;
  readonly keyword: string;
  readonly value: string;
  readonly valid: string;
  readonly invalid: string;
}

/** The requests and the coverage of one operation. */
export interface OperationView {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly requests: number;
  readonly reached: boolean;
  readonly why: string | undefined;
  readonly statuses: readonly number[];
  readonly declared: readonly string[];
  readonly tried: number;
  readonly all: number;
  readonly constraints: readonly ConstraintView[];
}

/** A test without a constraint, and why it was not done. */
export interface OtherView {
  readonly name: string;
  /** Why it was not tested; undefined if it was. */
  readonly why: string | undefined;
}

/** A report as data for the formats. */
export interface ReportView {
  readonly document: string;
  readonly target: string;
  readonly headline: string;
  readonly isComplete: boolean;
  readonly clean: boolean;
  readonly requests: number;
  readonly seconds: number;
  readonly left: readonly string[];
  readonly findings: readonly FindingView[];
  /** Number of findings that are not accepted. */
  readonly open: number;
  readonly idle: readonly IdleAcceptance[];
  /** Coverage in whole percent of the testable sides. */
  readonly coverage: number;
  readonly minCoverage: number | undefined;
  readonly tried: number;
  readonly all: number;
  readonly operations: readonly OperationView[];
  readonly links: readonly OtherView[];
  readonly security: readonly OtherView[];
  readonly sequences: readonly OtherView[];
  readonly seed: number;
}

/** Options of the conversion. */
export interface ReportOptions {
  readonly hide: (text: string) => string;
  readonly accepted: readonly WrittenAcceptedChange[];
  readonly today: Date;
  readonly minCoverage: number | undefined;
  readonly seed: number;
}

export function reportView(
  report: Report,
  { hide, accepted, today, minCoverage, seed }: ReportOptions,
): ReportView {
  const { document, coverage, findings } = report;
  const { live, idle } = idleEntries(
    accepted,
    new Set(findings.map(({ fingerprint }) => fingerprint)),
    today,
  );
  const options = {
    hide,
    sdkLine: sdkLines(document),
    accepted: new Map(live.map((entry) => [entry.fingerprint, entry])),
  };
  const views = findings.map((finding) => findingView(finding, options));
  const open = views.filter(({ accepted: entry }) => entry === undefined).length;
  const counts = countOf(coverage.constraints());
  const percent = Math.floor(coverage.ratio() * 100);
  const enough = minCoverage === undefined || percent >= minCoverage;
  return {
    document: document.name,
    target: report.target ?? "this process",
    headline: headlineOf(open, percent),
    isComplete: report.isComplete,
    // An unused acceptance counts only in a complete run: an incomplete one may not have reached its finding.
    clean: open === 0 && enough && (!report.isComplete || idle.length === 0),
    requests: report.requests,
    seconds: Math.round(report.seconds * 10) / 10,
    left: report.left,
    findings: views,
    open,
    idle: report.isComplete ? idle : [],
    coverage: percent,
    minCoverage,
    ...counts,
    operations: operationViews(report),
    links: coverage.others("links"),
    security: coverage.others("security"),
    sequences: coverage.others("sequences"),
    seed,
  };
}

function headlineOf(open: number, percent: number): string {
  const found = open === 0 ? "no finding" : open === 1 ? "1 finding" : `${open} findings`;
  return `${found}; ${percent} % of what can be tried was tried`;
}

function operationViews({ coverage }: Report): OperationView[] {
  const constraints = new Map<ApiOperation, CoveredConstraint[]>();
  for (const one of coverage.constraints()) {
    const own = constraints.get(one.operation);
    if (own === undefined) constraints.set(one.operation, [one]);
    else own.push(one);
  }
  return coverage.operations().map(({ operation, requests, statuses, reached, why }) => {
    const own = constraints.get(operation) ?? [];
    return {
      operation: operation.label,
      method: operation.source.method,
      path: operation.source.path,
      requests,
      reached,
      why,
      statuses: [...statuses].sort((one, other) => one - other),
      declared: operation.responses.map(({ status }) => status),
      ...countOf(own),
      constraints: own.map(constraintView),
    };
  });
}

function constraintView({ constraint, tried, why, impossible }: CoveredConstraint): ConstraintView {
  const stateOf = (side: "valid" | "invalid"): string => {
    if (tried[side]) return "tried";
    return `${impossible[side] === true ? "cannot be tried" : "not tried"}: ${why[side] ?? "the run ended before"}`;
  };
  return {
    place: constraint.place,
    keyword: constraint.keyword,
    value: jsonText(constraint.value).slice(0, 120),
    valid: stateOf("valid"),
    invalid: stateOf("invalid"),
  };
}
