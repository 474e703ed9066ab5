// The only way for a value of the document to become code: as a literal with exactly that value.
import { type Code, trustedCode } from "./code.ts";

/** A JSON value in which expressions may replace values. */
export type Literal =
  | null
  | boolean
  | number
  | string
  | Expression
  | readonly Literal[]
  | { readonly [key: string]: Literal | undefined };

const source = Symbol("source");

/** An expression, printed unchanged. */
export interface Expression {
  readonly [source]: Code;
}

export function expression(text: Code): Expression {
  return { [source]: text };
}

/** Maximum line width, as configured for Prettier in this project. */
const width = 110;

/**
 * Returns a value as a JavaScript literal: on one line if it fits, otherwise one line for each member.
 *
 * @param indent  the indentation of the line on which the literal starts
 * @param used  number of columns already used on that line
 */
export function printLiteral(value: Literal, indent = "", used = 0): Code {
  return trustedCode(printValue(value, indent, used));
}

function printValue(value: Literal, indent: string, used: number): string {
  const line = printInline(value, width - indent.length - used);
  if (line !== undefined) return line;
  const inner = `${indent}  `;
  if (isList(value)) {
    const items = value.map((item) => `${inner}${printValue(item, inner, 1)},\n`);
    return `[\n${items.join("")}${indent}]`;
  }
  if (isMap(value)) {
    const members = membersOf(value).map(
      ([key, member]) => `${inner}${key}: ${printValue(member, inner, key.length + 3)},\n`,
    );
    return `{\n${members.join("")}${indent}}`;
  }
  return printScalar(value);
}

/**
 * Returns a string as a double-quoted literal. Escapes lone surrogates, all kinds of line breaks, and
 * characters that mislead readers (UTS #55: bidirectional controls).
 */
export function printString(text: string): Code {
  return trustedCode(JSON.stringify(text).replace(misleading, escaped));
}

/**
 * Returns the template literal type of all strings with a prefix: `image/${string}`. Escapes what would end
 * the literal or begin another placeholder, and everything that `printString` escapes.
 */
export function printPrefixType(start: string): Code {
  const inner = JSON.stringify(start).slice(1, -1).replace(misleading, escaped);
  return trustedCode(`\`${inner.replace(/[`$]/g, "\\$&")}\${string}\``);
}

/** Returns a regular expression as a literal. */
export function printRegExp(pattern: RegExp): Code {
  // An escape of one unit (a backslash and the unit) becomes another escape of the same unit.
  return trustedCode(
    String(pattern).replace(/\\?([^])/g, (all, unit: string) => (isMisleading(unit) ? escaped(unit) : all)),
  );
}

/** Returns a value as multi-line JSON text. */
export function printJson(value: unknown): Code {
  return withoutMisleading(trustedCode(`${JSON.stringify(value, undefined, 2)}\n`));
}

/**
 * Escapes misleading characters in code from another printer: they occur in strings and comments only, where
 * the escape means the same.
 */
export function withoutMisleading(code: Code): Code {
  return trustedCode(code.replace(misleading, escaped));
}

function isMisleading(unit: string): boolean {
  return unit.search(misleading) >= 0;
}

/**
 * Control characters except tab and the usual line breaks, line and paragraph separators, bidirectional
 * controls.
 */
const misleading =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Returns the escape of a unit for strings and regular expressions. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Returns a property name of an object literal. `__proto__` is computed (in brackets): otherwise it would set
 * the prototype.
 */
export function printKey(key: string): Code {
  if (key === "__proto__") return trustedCode('["__proto__"]');
  return isIdentifierName(key) ? trustedCode(key) : printString(key);
}

/** Whether a name is valid after a dot. ASCII only, so that look-alike characters cannot mislead readers. */
export function isIdentifierName(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/**
 * Returns a value on one line, or undefined if it exceeds the available columns; stops printing as soon as it
 * does.
 */
function printInline(value: Literal, room: number): string | undefined {
  if (isList(value))
    return joinInline(
      "[",
      "]",
      value.map((item) => ["", item] as const),
      room,
    );
  if (!isMap(value)) {
    const text = printScalar(value);
    return text.length <= room ? text : undefined;
  }
  const members = membersOf(value).map(([key, member]) => [`${key}: `, member] as const);
  return members.length === 0 ? "{}" : joinInline("{ ", " }", members, room);
}

function joinInline(
  open: string,
  close: string,
  members: readonly (readonly [key: string, value: Literal])[],
  room: number,
): string | undefined {
  let text = open;
  for (const [key, value] of members) {
    if (text !== open) text += ", ";
    text += key;
    const member = printInline(value, room - text.length - close.length);
    if (member === undefined) return undefined;
    text += member;
  }
  return text + close;
}

function printScalar(value: null | boolean | number | string | Expression): string {
  if (typeof value === "string") return printString(value);
  // JSON.stringify would change the value.
  if (Object.is(value, -0)) return "-0";
  return typeof value === "object" && value !== null ? value[source] : String(value);
}

function membersOf(map: { readonly [key: string]: Literal | undefined }): [string, Literal][] {
  return Object.entries(map).flatMap(([key, value]): [string, Literal][] =>
    value === undefined ? [] : [[printKey(key), value]],
  );
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function isMap(value: Literal): value is { readonly [key: string]: Literal | undefined } {
  return typeof value === "object" && value !== null && !isList(value) && !isExpression(value);
}

export function isExpression(value: Literal): value is Expression {
  return typeof value === "object" && value !== null && source in value;
}
