// The severity of lint findings: `--ignore`, `--grade`, and the severities of a config.
import {
  type Conditions,
  containing,
  firstFitting,
  named,
  parseGraded,
  parseSelector,
  type Selector,
} from "../cli/selector.ts";
import type { OpenApiDocument } from "../document/document.ts";
import { isObject, parsePointer, resolvePointer, toPointer } from "../document/pointer.ts";
import type { LintResult } from "./lint-document.ts";

/** The severity of findings that match all conditions. */
export interface LintGrade extends Selector<Graded> {
  readonly to: "error" | "warn" | "off";
}

/** A finding with its path and operation. */
interface Graded extends LintResult {
  /** `/v1/pools/{id}`; empty outside of paths. */
  readonly path: string;
  /** The operation's operationId, and its method and path. */
  readonly operation: readonly string[];
}

/** A finding with its severity. */
export interface GradedResult extends LintResult {
  readonly severity: "error" | "warn";
  /** Why it does not count as an error. */
  readonly reason: string | undefined;
}

const fields: Conditions<Graded> = {
  rule: named(({ rule }) => [rule]),
  path: named(({ path }) => (path === "" ? [] : [path])),
  operation: named(({ operation }) => operation),
  pointer: named(({ pointer }) => [pointer]),
  text: containing(({ rule, message }) => `${rule} ${message}`),
};

/** The conditions that a grade may set on a finding. */
export const lintConditions: readonly string[] = Object.keys(fields);

const grades = { error: "error", warn: "warn", off: "off" } as const;

/**
 * Parses `rule=bounded-strings path=/v1/**: why`.
 *
 * @throws UsageError for invalid text
 */
export function parseLintIgnore(text: string): LintGrade {
  const given = {
    flag: "ignore",
    text,
    fix: "write --ignore 'rule=bounded-strings path=/v1/**: why this is right'",
  };
  return { to: "off", ...parseSelector(given, fields) };
}

/**
 * Parses `warn rule=bounded-strings: why`.
 *
 * @throws UsageError for invalid text
 */
export function parseLintGrade(text: string): LintGrade {
  const given = { flag: "grade", text, fix: "write --grade 'warn rule=bounded-strings: why this is right'" };
  return parseGraded(given, grades, fields);
}

/** Returns the findings that are not ignored, with their severities; the first matching grade applies. */
export function gradeResults(
  document: OpenApiDocument,
  results: readonly LintResult[],
  grades: readonly LintGrade[],
): GradedResult[] {
  if (grades.length === 0)
    return results.map((result) => ({ ...result, severity: "error", reason: undefined }));
  return results.flatMap((result): GradedResult[] => {
    const placed = { ...result, ...operationOf(document, result.pointer) };
    const grade = firstFitting(placed, grades);
    const severity = grade?.to ?? "error";
    if (severity === "off") return [];
    return [{ ...result, severity, reason: severity === "warn" ? grade?.reason : undefined }];
  });
}

function operationOf({ root }: OpenApiDocument, pointer: string): Pick<Graded, "path" | "operation"> {
  const [top, path = "", method] = parsePointer(pointer);
  if (top !== "paths") return { path: "", operation: [] };
  const node = method === undefined ? undefined : resolvePointer(root, toPointer([top, path, method]));
  if (method === undefined || !isObject(node)) return { path, operation: [] };
  const { operationId } = node;
  const label = `${method.toUpperCase()} ${path}`;
  return { path, operation: typeof operationId === "string" ? [operationId, label] : [label] };
}
