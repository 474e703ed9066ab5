// Applies the steps of an edit to the text of a YAML or JSON file: only changed parts are written, comments
// and layout are kept.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { parsePointer } from "../../document/pointer.ts";
import type { EditStep } from "./edit.ts";
import { block, flow, indented, isJson, isSmall, keyFlow } from "./value-text.ts";

/** A range of a text with its replacement. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns the text after the steps; undefined if a step is in a part that YAML shares (an alias, a merge
 * key).
 */
export function withStepsInText(text: string, steps: readonly EditStep[]): string | undefined {
  let edited: string | undefined = text;
  // Each step applies to the text after the previous one.
  for (const step of steps) edited = edited === undefined ? undefined : spliced(edited, step);
  return edited;
}

function spliced(text: string, { pointer, value }: EditStep): string | undefined {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  let node: unknown = document.contents;
  const path = parsePointer(pointer);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  // Inside brackets, members are not on lines of their own.
  let inFlow = false;
  for (const [at, key] of path.entries()) {
    const isLast = at === path.length - 1;
    if (isAlias(node)) return undefined;
    if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (item === undefined) return undefined;
      if (isLast)
        return value === undefined
          ? undefined
          : apply(text, replace(text, item as Node, value, { eol, inFlow }));
      inFlow ||= node.flow === true;
      node = item;
      continue;
    }
    if (!isMap(node)) return undefined;
    inFlow ||= node.flow === true;
    const map = node as YAMLMap<Node, Node | null>;
    const pair = map.items.find((one) => keyText(one.key) === key);
    if (pair === undefined) {
      if (map.items.some((one) => keyText(one.key) === "<<")) return undefined;
      // Missing parents are written together with the value.
      return value === undefined
        ? text
        : apply(text, insert(text, map, key, nested(path.slice(at + 1), value), eol));
    }
    if (isLast) {
      if (value === undefined) return apply(text, remove(text, map, pair));
      if (!isNode(pair.value)) return undefined;
      return apply(text, replaceMember(text, pair, value, { eol, inFlow }));
    }
    // A scalar such as true is replaced by an object.
    if (isScalar(pair.value) && value !== undefined)
      return apply(text, replaceMember(text, pair, nested(path.slice(at + 1), value), { eol, inFlow }));
    node = pair.value;
  }
  return undefined;
}

function nested(names: readonly string[], value: Json): Json {
  return names.reduceRight<Json>((inner, name) => ({ [name]: inner }), value);
}

function apply(text: string, splice: Splice | undefined): string | undefined {
  return splice && text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

function keyText(key: Node | null): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : "";
}

/** Replaces a value; a list keeps the items that both versions have. */
function replaceMember(
  text: string,
  pair: Pair<Node, Node | null>,
  value: Json,
  how: How,
): Splice | undefined {
  const { key, value: node } = pair;
  if (node === null || node.range == null) return undefined;
  if (isAlias(node)) return undefined;
  return replace(text, node, value, how, key.range?.[0]);
}

interface How {
  readonly eol: string;
  readonly inFlow: boolean;
}

function replace(
  text: string,
  node: Node,
  value: Json,
  { eol, inFlow }: How,
  keyStart?: number,
): Splice | undefined {
  if (node.range == null) return undefined;
  const [start, end] = node.range;
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true;
  if (!isBlock && (isSmall(value) || (inFlow && !isJson(text))))
    return { start, end, text: flow(value, isJson(text)) };
  if (isJson(text)) return { start, end, text: indented(jsonText(value, 2), indentAt(text, start), eol) };
  // A block begins on a line of its own, below its key.
  const column = isBlock
    ? columnOf(text, start)
    : keyStart === undefined
      ? columnOf(text, start)
      : columnOf(text, keyStart) + 2;
  const last = isBlock ? endOfBlock(text, end) : end;
  if (keyStart === undefined && !isBlock) return { start, end, text: flow(value, false) };
  if (isBlock && isSmall(value)) {
    const line = lineStart(text, start);
    const isBelowKey = text.slice(line, start).trim() === "" && keyStart !== undefined;
    const from = isBelowKey ? endOfText(text, line - 1) : start;
    return { start: from, end: last, text: `${isBelowKey ? " " : ""}${flow(value, false)}` };
  }
  const lines = indented(block(value), column, eol);
  return isBlock
    ? { start, end: last, text: lines }
    : { start: endOfText(text, start), end: last, text: eol + " ".repeat(column) + lines };
}

function insert(
  text: string,
  map: YAMLMap<Node, Node | null>,
  key: string,
  value: Json,
  eol: string,
): Splice | undefined {
  if (map.range == null) return undefined;
  const last = map.items.at(-1);
  const quoted = isJson(text) ? JSON.stringify(key) : keyFlow(key);
  if (map.flow === true) {
    const end = map.range[1] - 1;
    if (last === undefined)
      return { start: map.range[0], end: map.range[1], text: `{ ${quoted}: ${flow(value, isJson(text))} }` };
    const from = endOfPair(last);
    const first = map.items[0]!.key.range![0];
    const isOwnLine = text.slice(lineStart(text, first), first).trim() === "";
    const between = isOwnLine ? eol + " ".repeat(columnOf(text, first)) : " ";
    const shown =
      isOwnLine && isJson(text)
        ? indented(jsonText(value, 2), columnOf(text, first), eol)
        : flow(value, isJson(text));
    return { start: from, end: Math.min(from, end), text: `,${between}${quoted}: ${shown}` };
  }
  if (last === undefined) return undefined;
  const column = columnOf(text, map.items[0]!.key.range![0]);
  const at = endOfBlock(text, endOfPair(last));
  const shown = isSmall(value)
    ? ` ${flow(value, false)}`
    : eol + " ".repeat(column + 2) + indented(block(value), column + 2, eol);
  return { start: at, end: at, text: `${eol}${" ".repeat(column)}${quoted}:${shown}` };
}

function remove(
  text: string,
  map: YAMLMap<Node, Node | null>,
  pair: Pair<Node, Node | null>,
): Splice | undefined {
  const at = map.items.indexOf(pair);
  const start = pair.key.range?.[0];
  if (start === undefined || map.range == null) return undefined;
  if (map.items.length === 1) {
    const [from, to] = [map.range[0], map.flow === true ? map.range[1] : endOfBlock(text, endOfPair(pair))];
    return { start: from, end: to, text: "{}" };
  }
  const next = map.items[at + 1]?.key.range?.[0];
  const before = map.items[at - 1];
  if (map.flow === true) {
    if (next !== undefined) return { start, end: next, text: "" };
    return { start: endOfPair(before!), end: endOfPair(pair), text: "" };
  }
  const line = lineStart(text, start);
  // The first key of an item follows its dash.
  if (text.slice(line, start).trim() !== "" && next !== undefined) return { start, end: next, text: "" };
  return {
    start: line,
    end: Math.min(text.length, lineEnd(text, endOfBlock(text, endOfPair(pair))) + 1),
    text: "",
  };
}

/** Returns the end of a pair's value, without its comment. */
function endOfPair({ key, value }: Pair<Node, Node | null>): number {
  return value?.range?.[1] ?? (key.range?.[1] ?? 0) + 1;
}

/** Returns the end of the last line of a block: after its comment, before its line end. */
function endOfBlock(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return endOfLineText(text, lineEnd(text, at));
}

function endOfLineText(text: string, end: number): number {
  return text.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** Skips blanks backwards. */
function endOfText(text: string, from: number): number {
  let at = from;
  while (at > 0 && /[ \t\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Returns the indentation of the line at a position. */
function indentAt(text: string, at: number): number {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0].length ?? 0;
}
