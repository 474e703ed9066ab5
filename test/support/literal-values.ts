// Finds the JSON values in TypeScript sources without running them.
import ts from "typescript";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";

/**
 * Visits the values of a source's object literals and strings, outer ones first.
 *
 * @param visit  returns whether to skip the parts of a value
 */
export function eachValue(text: string, visit: (value: JsonObject | string, line: number) => boolean): void {
  const source = ts.createSourceFile("source.ts", text, ts.ScriptTarget.ES2023);
  const constants = new Map<string, ts.Expression>();
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      constants.set(node.name.text, node.initializer);
    if (ts.isObjectLiteralExpression(node) || ts.isStringLiteralLike(node)) {
      const value = valueOf(node, constants);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (value !== undefined && visit(value as JsonObject | string, line + 1)) return;
    }
    ts.forEachChild(node, look);
  };
  look(source);
}

/** Maximum depth to which identifiers are resolved. */
const deepest = 40;

/** Evaluates an expression; undefined if its value is known only at run time. */
function valueOf(
  node: ts.Expression,
  constants: ReadonlyMap<string, ts.Expression>,
  depth = 0,
): Json | undefined {
  if (depth > deepest) return undefined;
  const of = (one: ts.Expression): Json | undefined => valueOf(one, constants, depth + 1);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return of(node.expression);
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text);
    return constant && of(constant);
  }
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements.map(of);
    return items.includes(undefined) ? undefined : (items as Json[]);
  }
  return ts.isObjectLiteralExpression(node) ? objectOf(node, of) : undefined;
}

function objectOf(
  { properties }: ts.ObjectLiteralExpression,
  of: (node: ts.Expression) => Json | undefined,
): JsonObject | undefined {
  const members = properties.flatMap((property): [string, Json | undefined][] => {
    if (ts.isSpreadAssignment(property)) {
      const spread = of(property.expression);
      return typeof spread === "object" && spread !== null ? Object.entries(spread) : [["", undefined]];
    }
    const { name } = property;
    if (ts.isComputedPropertyName(name) || ts.isPrivateIdentifier(name)) return [["", undefined]];
    if (ts.isPropertyAssignment(property)) return [[name.text, of(property.initializer)]];
    return [[name.text, ts.isShorthandPropertyAssignment(property) ? of(property.name) : undefined]];
  });
  const isWhole = members.every(([, value]) => value !== undefined);
  return isWhole ? Object.fromEntries(members) : undefined;
}
