// Facts of the contract that must not be duplicated in code, and a search for duplicates.
import ts from "typescript";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { isObject, parsePointer } from "../../scripts/contract/document/pointer.ts";
import { pointerOf, walkDocument } from "../../scripts/contract/document/walk.ts";
import { literalPrefix } from "../../scripts/contract/generate/pattern-prefix.ts";
import { locationOf, type ProjectSource, visitAll } from "./project-sources.ts";

/** One numeric limit of the contract. */
interface Limit {
  readonly keyword: string;
  readonly value: number;
  /** Words of the limited item's name: `PageSize` → page, size. */
  readonly subject: readonly string[];
}

export interface ContractFacts {
  /** Texts that no literal may contain: prefixes of ids, patterns, long character classes. */
  readonly texts: ReadonlySet<string>;
  readonly limits: readonly Limit[];
}

const limiting = new Set(
  [
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "maxProperties",
    "minProperties",
    "maximum",
    "minimum",
  ].concat(["exclusiveMaximum", "exclusiveMinimum", "multipleOf", "default"]),
);

/** Returns the facts in a document's schemas. */
export function factsOf(root: JsonObject): ContractFacts {
  const texts = new Set<string>();
  const limits: Limit[] = [];
  walkDocument(root, (visit) => {
    if (visit.type !== "schema" || !isObject(visit.node)) return;
    for (const text of textsOf(visit.node["pattern"])) texts.add(text);
    const subject = subjectOf(pointerOf(visit));
    for (const [keyword, value] of Object.entries(visit.node)) {
      if (limiting.has(keyword) && typeof value === "number") limits.push({ keyword, value, subject });
    }
  });
  return { texts, limits };
}

function textsOf(pattern: Json | undefined): string[] {
  if (typeof pattern !== "string") return [];
  const prefix = literalPrefix(pattern);
  const classes = pattern.match(/\[[^\]]{12,}\]/g) ?? [];
  // A pattern also starts with `Basic`, but that is a word of HTTP; a prefix of ids ends in a separator.
  return [
    pattern.replace(/^\^/, "").replace(/\$$/, ""),
    ...classes,
    ...(prefix !== undefined && /[_:-]$/.test(prefix) ? [prefix] : []),
  ];
}

/** Returns the last segment of a pointer that the author chose. */
function subjectOf(pointer: string): string[] {
  const grammar = /^(schema|items|anyOf|oneOf|allOf|\d+|additionalProperties|propertyNames)$/;
  return wordsOf(parsePointer(pointer).findLast((segment) => !grammar.test(segment)) ?? "");
}

/**
 * Splits an identifier into words in lower case, without a plural's s: `mostPageSizes`, `PAGE_SIZE`,
 * `Page-Size`.
 */
function wordsOf(name: string): string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word !== "").map((word) => word.replace(/(?<![us])s$/, ""));
}

/**
 * Finds string, template and regular-expression literals that contain a prefix or a pattern of the contract.
 */
export function copiedTexts({ tree }: ProjectSource, { texts }: ContractFacts): string[] {
  const found: string[] = [];
  visitAll(tree, (node) => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node);
    if (!isText) return;
    for (const text of texts) {
      if (node.text.includes(text)) found.push(`${locationOf(node)} contains ${text}`);
    }
  });
  return found;
}

/**
 * Finds schemas in code, such as `maxLength: 256`. In tools for any document, only those with exactly the
 * contract's numbers.
 */
export function copiedKeywords(
  { tree }: ProjectSource,
  { limits }: ContractFacts,
  anyNumber: boolean,
): string[] {
  const found: string[] = [];
  visitAll(tree, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isNumericLiteral(node.initializer)) return;
    const [keyword, value] = [nameOf(node), numberOf(node.initializer)];
    if (keyword === "default" || !limiting.has(keyword)) return;
    const isCopy = limits.some(
      (limit) => limit.keyword === keyword && limit.value === value && isDistinctive(value),
    );
    if (anyNumber || isCopy) found.push(`${locationOf(node)} says ${keyword}: ${value}`);
  });
  return found;
}

/**
 * Finds numbers of the contract where a limit would be enforced. A number alone proves nothing: 1000
 * milliseconds are a second. It counts if it is compared or clamped with, as a bare literal; and in a
 * constant whose name matches the limited item.
 */
export function copiedLimits({ tree }: ProjectSource, { limits }: ContractFacts): string[] {
  const found: string[] = [];
  visitAll(tree, (node) => {
    if (!ts.isNumericLiteral(node)) return;
    const value = numberOf(node);
    const same = limits.filter((limit) => limit.value === value && isDistinctive(value));
    if (same.length === 0) return;
    const named = same.some((limit) => isNamedAfter(nameOf(node.parent), limit));
    if (named || isBound(node, same)) found.push(`${locationOf(node)} ${node.parent.getText().slice(0, 60)}`);
  });
  return found;
}

/** Numbers such as 0 and 1, which are everywhere. */
function isDistinctive(value: number): boolean {
  return value >= 10;
}

function numberOf(node: ts.NumericLiteral): number {
  return Number(node.text);
}

function nameOf(node: ts.Node): string {
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node) && !ts.isParameter(node)) {
    return ts.isPropertyDeclaration(node) ? node.name.getText() : "";
  }
  return node.name.getText().replace(/^["']|["']$/g, "");
}

const comparisons = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/**
 * True for an argument of `Math.min`, `Math.max` or `slice`, or a number compared with a length, a count, or
 * a limited item.
 */
function isBound(node: ts.NumericLiteral, limits: readonly Limit[]): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return /(^Math\.(min|max)|\.slice)$/.test(parent.expression.getText());
  if (!ts.isBinaryExpression(parent) || !comparisons.has(parent.operatorToken.kind)) return false;
  const other = (parent.left === node ? parent.right : parent.left).getText();
  return /(length|size|count)\b/i.test(other) || limits.some((limit) => isNamedAfter(other, limit));
}

/**
 * Statuses and their ranges are defined by HTTP; they are not facts of the contract although its schemas
 * repeat them.
 */
function isNamedAfter(name: string, { subject }: Limit): boolean {
  const words = wordsOf(name);
  return subject.length > 0 && !subject.includes("status") && subject.every((word) => words.includes(word));
}
