// Parses JSON text to a SourceFile. JSON.parse produces the value; positions are found by a separate scan,
// only on demand.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { rejectInfinite, restoreNumbers } from "./json-numbers.ts";
import { JsonPositions } from "./json-positions.ts";
import { parsePointer } from "./pointer.ts";
import { LineTable, type PositionIndex } from "./position-index.ts";
import { JsonSyntaxError, scanJson } from "./scan-json.ts";
import { maxDepth, type SourceFile, type SourceText } from "./source-file.ts";

/**
 * Parses a JSON file.
 *
 * @throws DocumentError for invalid JSON, and for a name that occurs twice in one object
 */
export function parseJson(source: SourceText): SourceFile {
  const refuse = (problem: string, offset: number, fix: string): never => {
    throw new DocumentError(problem, { place: new LineTable(source.name, source.text).placeAt(offset), fix });
  };
  const { parsed, mayRound } = parseOrExplain(source);
  if (mayRound && source.exactNumbers !== true) rejectInfinite(source.text, refuse);
  const value =
    mayRound && source.exactNumbers === true ? restoreNumbers(source.text, parsed, refuse) : parsed;
  let positions: { index: JsonPositions; lines: LineTable } | undefined;
  return {
    path: source.path,
    name: source.name,
    value,
    locate(pointer) {
      positions ??= { index: new JsonPositions(source.text), lines: new LineTable(source.name, source.text) };
      return positions.lines.placeAt(positions.index.find(parsePointer(pointer)));
    },
  };
}

function parseOrExplain(source: SourceText): { parsed: Json; mayRound: boolean } {
  let parsed: Json;
  try {
    parsed = JSON.parse(source.text) as Json;
  } catch (error) {
    scanOrExplain(source);
    throw error;
  }
  const { depth, names, mayRound } = measure(source.text);
  // JSON.parse silently keeps the last of two members with one name: the text then has more names than the
  // value.
  if (depth > maxDepth || names !== countNames(parsed)) rejectDuplicate(source, scanOrExplain(source));
  return { parsed, mayRound };
}

function scanOrExplain(source: SourceText): PositionIndex {
  try {
    return scanJson(source.text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const place = new LineTable(source.name, source.text).placeAt(error.offset);
    if (error.isTooDeep) throw new DocumentError(error.message, { place, fix: "flatten it", cause: error });
    throw new DocumentError(`not readable as JSON: ${error.message}`, {
      place,
      fix: "correct the JSON there, or name the file .yaml if it is YAML",
      cause: error,
    });
  }
}

function rejectDuplicate(source: SourceText, index: PositionIndex): void {
  const duplicate = index.findDuplicate();
  if (duplicate === undefined) return;
  throw new DocumentError(`the name ${JSON.stringify(duplicate.name)} occurs twice in one object`, {
    place: new LineTable(source.name, source.text).placeAt(duplicate.start),
    fix: "keep one of the two",
  });
}

const codes = { quote: 0x22, backslash: 0x5c, colon: 0x3a, minus: 0x2d, zero: 0x30, nine: 0x39 };
const brackets = { curly: 0x7b, square: 0x5b, endCurly: 0x7d, endSquare: 0x5d };

/**
 * Measures a text that is known to be valid JSON: the total number of members, the nesting depth, and whether
 * it holds a number that may not be exact as a double.
 */
function measure(text: string): { names: number; depth: number; mayRound: boolean } {
  let [names, open, depth, mayRound] = [0, 0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === codes.quote) at = endOfString(text, at);
    else if (code === codes.colon) names++;
    else if (code === brackets.curly || code === brackets.square) depth = Math.max(depth, ++open);
    else if (code === brackets.endCurly || code === brackets.endSquare) open--;
    else if (code === codes.minus || (code >= codes.zero && code <= codes.nine)) {
      const end = endOfNumber(text, at);
      mayRound ||= mayBeRounded(text, at, end);
      at = end - 1;
    }
  }
  return { names, depth, mayRound };
}

function endOfNumber(text: string, start: number): number {
  numberText.lastIndex = start;
  numberText.test(text);
  return numberText.lastIndex;
}

const numberText = /[-+.\deE]+/y;
/** Every number with at most this many digits and without an exponent is exact as a double. */
const certainDigits = 15;

function mayBeRounded(text: string, start: number, end: number): boolean {
  return end - start > certainDigits || /[eE]/.test(text.slice(start, end));
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== codes.quote; code = text.charCodeAt(at)) {
    at += code === codes.backslash ? 2 : 1;
  }
  return at;
}

function countNames(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) count += countNames(item);
    return count;
  }
  const object = value as JsonObject;
  for (const name of Object.keys(object)) count += 1 + countNames(object[name] ?? null);
  return count;
}
