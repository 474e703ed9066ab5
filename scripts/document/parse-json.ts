// JSON text to a SourceFile. JSON.parse does the work; positions are found by a scan of our own, and only when asked for.
import { DocumentError, type Json } from "./document.ts";
import { refuseInfinite, restoreNumbers } from "./json-numbers.ts";
import { parsePointer } from "./pointer.ts";
import { LineTable, type PositionIndex } from "./position-index.ts";
import { JsonSyntaxError, scanJson } from "./scan-json.ts";
import { maxDepth, type SourceFile, type SourceText } from "./source-file.ts";

/** Throws a DocumentError for what is not JSON, and for a name that occurs twice in one object. */
export function parseJson(source: SourceText): SourceFile {
  const refuse = (problem: string, offset: number, fix: string): never => {
    throw new DocumentError(problem, { place: new LineTable(source.name, source.text).placeAt(offset), fix });
  };
  const parsed = parseOrExplain(source);
  if (source.exactNumbers !== true) refuseInfinite(source.text, refuse);
  const value = source.exactNumbers === true ? restoreNumbers(source.text, parsed, refuse) : parsed;
  let positions: { index: PositionIndex; lines: LineTable } | undefined;
  return {
    path: source.path,
    name: source.name,
    value,
    locate(pointer) {
      positions ??= { index: scanJson(source.text), lines: new LineTable(source.name, source.text) };
      return positions.lines.placeAt(positions.index.find(parsePointer(pointer)));
    },
  };
}

function parseOrExplain(source: SourceText): Json {
  let value: Json;
  try {
    value = JSON.parse(source.text) as Json;
  } catch (error) {
    scanOrExplain(source);
    throw error;
  }
  const { depth, names } = measure(source.text);
  // JSON.parse keeps the last of two members with one name, silently: the text then has more names than the value.
  if (depth > maxDepth || names !== countNames(value)) refuseDuplicate(source, scanOrExplain(source));
  return value;
}

function scanOrExplain(source: SourceText): PositionIndex {
  try {
    return scanJson(source.text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new DocumentError(`not readable as JSON: ${error.message}`, {
      place: new LineTable(source.name, source.text).placeAt(error.offset),
      fix: "correct the JSON there, or name the file .yaml if it is YAML",
      cause: error,
    });
  }
}

function refuseDuplicate(source: SourceText, index: PositionIndex): void {
  const duplicate = index.findDuplicate();
  if (duplicate === undefined) return;
  throw new DocumentError(`the name ${JSON.stringify(duplicate.name)} occurs twice in one object`, {
    place: new LineTable(source.name, source.text).placeAt(duplicate.start),
    fix: "keep one of the two",
  });
}

const codes = { quote: 0x22, backslash: 0x5c, colon: 0x3a };
const opening = new Set([0x7b, 0x5b]);
const closing = new Set([0x7d, 0x5d]);

/** Of a text known to be JSON: how many members its objects have together, and how deep it is nested. */
function measure(text: string): { names: number; depth: number } {
  let [names, open, depth] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === codes.quote) at = endOfString(text, at);
    else if (code === codes.colon) names++;
    else if (opening.has(code)) depth = Math.max(depth, ++open);
    else if (closing.has(code)) open--;
  }
  return { names, depth };
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
  for (const member of Object.values(value)) count += 1 + countNames(member ?? null);
  return count;
}
