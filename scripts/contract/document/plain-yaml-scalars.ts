// Reads the scalars of plain YAML (see plain-yaml.ts). Functions return undefined for scalars that are left
// to the full parser.
import type { Json } from "./document.ts";
import { readNumeric } from "./exact-number.ts";

/** Every form of number in the core schema of YAML 1.2. */
const number =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+\.?\d*)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Numbers that JSON writes in the same way. */
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Maximum number of digits that a double always represents exactly. */
const fewDigits = 15;

const words: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...["null", "Null", "NULL", "~"].map((word): [string, Json] => [word, null]),
  ...["true", "True", "TRUE"].map((word): [string, Json] => [word, true]),
  ...["false", "False", "FALSE"].map((word): [string, Json] => [word, false]),
]);

/** Returns the value of a plain scalar on one line. */
export function plainScalar(text: string, isExact: boolean): Json | undefined {
  const word = words.get(text);
  if (word !== undefined) return word;
  const unit = text.charCodeAt(0);
  // Numbers begin with a digit, a sign or a point.
  if (unit > 0x39 || unit < 0x2b || !number.test(text)) return text;
  const value = Number(text);
  if (!decimal.test(text) || !Number.isFinite(value) || Object.is(value, -0)) return undefined;
  return isExact && text.length > fewDigits ? (readNumeric(text) as Json | undefined) : value;
}

/** Returns the value of the text between two quotation marks, on one line. */
export function doubleQuoted(text: string): string | undefined {
  if (!text.includes("\\")) return text;
  // JSON lacks the other escapes of YAML.
  if (/\\(?:[^"\\/bfnrtu]|u(?![\da-fA-F]{4}))/.test(text.replaceAll("\\\\", ""))) return undefined;
  return JSON.parse(`"${text}"`) as string;
}

/** Returns the value of the text between two apostrophes, on one line. */
export function singleQuoted(text: string): string {
  return text.replaceAll("''", "'");
}

/** Folds lines: a line break becomes a space, and each empty line becomes a line break. */
export function foldLines(lines: readonly string[]): string {
  let text = "";
  let empty = 0;
  for (const [at, line] of lines.entries()) {
    if (line === "") {
      empty++;
      continue;
    }
    if (at > 0) text += empty > 0 ? "\n".repeat(empty) : " ";
    text += line;
    empty = 0;
  }
  return text;
}

/** The start of a block scalar. */
interface Introduced {
  /** The indentation of the parent node; the scalar's lines are indented further. */
  readonly parent: number;
  /** The match of the header: `|` or `>` with the chomping indicator. */
  readonly header: RegExpExecArray;
}

/** Returns the block scalar whose first line begins at an offset, and the offset after its last line. */
export function blockScalar(
  text: string,
  from: number,
  { parent, header: [, style, chomping] }: Introduced,
): { readonly value: string; readonly end: number } | undefined {
  const [leading, indent] = firstLine(text, from);
  if (indent <= parent) return undefined;
  const lines = linesOf(indent);
  lines.lastIndex = from + leading;
  const [block = ""] = lines.exec(text) ?? [];
  const end = from + leading + block.length;
  const spaces = " ".repeat(indent);
  const written = `\n${block}`.replaceAll(`\n${spaces}`, "\n").slice(1);
  // Lines with only spaces, and lines that are indented too little, are left to the full parser.
  if (/(?:^|\n) +\n/.test(written) || !endsWell(text, end, parent)) return undefined;
  const trimmed = written.replace(/\n+$/, "");
  const trailing = written.length - trimmed.length;
  const kept = chomping === "-" ? 0 : chomping === "+" ? trailing : 1;
  if (style === ">" && /(?:^|\n) /.test(trimmed)) return undefined;
  const content = style === ">" ? foldLines(trimmed.split("\n")) : trimmed;
  return { value: "\n".repeat(leading) + content + "\n".repeat(kept), end };
}

/** Returns the number of leading empty lines, and the indentation of the first line with content. */
function firstLine(text: string, from: number): readonly [leading: number, indent: number] {
  let at = from;
  while (text[at] === "\n") at++;
  const start = at;
  while (text[at] === " ") at++;
  return [start - from, at === text.length || text[at] === "\n" ? -1 : at - start];
}

/** Returns true if the line after a block scalar is indented no further than its parent. */
function endsWell(text: string, end: number, parent: number): boolean {
  let at = end;
  while (text[at] === " ") at++;
  return at === text.length || at - end <= parent;
}

const linesByIndent = new Map<number, RegExp>();

function linesOf(indent: number): RegExp {
  const known = linesByIndent.get(indent) ?? new RegExp(`(?: {${indent}}[^\\n]*\\n|\\n)*`, "y");
  linesByIndent.set(indent, known);
  return known;
}
