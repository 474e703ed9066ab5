// The one way a value of the document gets into emitted code: as a literal that means exactly that value.
import { type Code, trustedCode } from "./code.ts";

/** A JSON value, in which expressions may stand for values. */
export type Literal =
  | null
  | boolean
  | number
  | string
  | Expression
  | readonly Literal[]
  | { readonly [key: string]: Literal | undefined };

const source = Symbol("source");

/** An expression, printed as it is. */
export interface Expression {
  readonly [source]: Code;
}

export function expression(text: Code): Expression {
  return { [source]: text };
}

/** Where a line is broken: Prettier's width in this project. */
const width = 110;

/**
 * A value as a JavaScript literal, on one line where it fits, else a line for each member.
 *
 * @param indent  the blanks before the line that the literal starts on
 * @param used  how many columns of that line are taken already
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
 * A string as a double-quoted literal. Escaped are lone surrogates, line ends of all kinds, and what would make a reader see
 * another text than there is (UTS #55: controls of direction).
 */
export function printString(text: string): Code {
  return trustedCode(JSON.stringify(text).replace(misleading, escaped));
}

/**
 * The type of all strings that begin with a text, as a template literal type: `image/${string}`. Escaped is what would end the literal or
 * begin another placeholder, and all that `printString` escapes.
 */
export function printPrefixType(start: string): Code {
  const inner = JSON.stringify(start).slice(1, -1).replace(misleading, escaped);
  return trustedCode(`\`${inner.replace(/[`$]/g, "\\$&")}\${string}\``);
}

/** A regular expression as a literal. */
export function printRegExp(pattern: RegExp): Code {
  // What is escaped already, one unit behind a backslash, becomes another escape of the same unit.
  return trustedCode(
    String(pattern).replace(/\\?([^])/g, (all, unit: string) => (isMisleading(unit) ? escaped(unit) : all)),
  );
}

/** A value as a JSON text of several lines. */
export function printJson(value: unknown): Code {
  return withoutMisleading(trustedCode(`${JSON.stringify(value, undefined, 2)}\n`));
}

/** Code that another printer made: what misleads a reader stands in strings and comments only, and means the same there. */
export function withoutMisleading(code: Code): Code {
  return trustedCode(code.replace(misleading, escaped));
}

function isMisleading(unit: string): boolean {
  return unit.search(misleading) >= 0;
}

/** Controls but the tabulator and the usual line ends, line and paragraph separators, controls of direction. */
const misleading =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** As strings and regular expressions write it. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A property name of an object literal. `__proto__` in brackets: written plainly it would set the prototype. */
export function printKey(key: string): Code {
  if (key === "__proto__") return trustedCode('["__proto__"]');
  return isIdentifierName(key) ? trustedCode(key) : printString(key);
}

/** Whether a name can stand after a dot. Plain ASCII only, so that no reader is fooled by a look-alike. */
export function isIdentifierName(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/** A value on one line, or undefined when it takes more columns than there are; found out without printing all of it. */
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
  // JSON.stringify would make another value of it.
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
