// Parses a JSON text strictly: what JSON.parse accepts silently (repeated keys, lone surrogates, any depth)
// is reported.
import { countMembers, measureJson } from "./measure-json.ts";
import { type JsonLimits, type JsonProblem, scanJson } from "./scan-json.ts";

/** The parsed value, unless the text is not JSON, and the problems of the text. */
export type JsonReading =
  | { readonly wellFormed: true; readonly value: unknown; readonly problems: readonly JsonProblem[] }
  | { readonly wellFormed: false; readonly problems: readonly JsonProblem[] };

const byteOrderMark = 0xfeff;
/** Matches numbers that JSON.parse may turn into infinity or into another integer. */
const mayBeAnother = /[0-9]{16}|[eE]\+?[0-9]{3}/;
const noProblems: readonly JsonProblem[] = [];

/**
 * Parses one JSON text (RFC 8259; a leading byte order mark is ignored, as its section 8.1 allows).
 *
 * Texts without problems are never scanned by this project's own parser: repeated keys change the number of
 * members, and lone surrogates and U+0000 can occur in valid UTF-8 JSON only as `\u` escapes.
 */
export function readJson(written: string, limits: JsonLimits): JsonReading {
  const text = written.charCodeAt(0) === byteOrderMark ? written.slice(1) : written;
  const { depth, members } = measureJson(text);
  if (depth > limits.depth) return { wellFormed: false, problems: scanJson(text, limits).problems };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wellFormed: false, problems: scanJson(text, limits).problems };
  }
  const suspicious = text.includes("\\u") || mayBeAnother.test(text) || countMembers(value) !== members;
  return { wellFormed: true, value, problems: suspicious ? scanJson(text, limits).problems : noProblems };
}
