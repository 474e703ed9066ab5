// Reads a JSON text strictly: what JSON.parse lets pass (repeated keys, lone surrogates, any depth) is reported.
import { countMembers, measureJson } from "./measure-json.ts";
import { type JsonLimits, type JsonProblem, scanJson } from "./scan-json.ts";

/** A value, unless the text is not JSON at all, and what is wrong with the text. */
export type JsonReading =
  | { readonly wellFormed: true; readonly value: unknown; readonly problems: readonly JsonProblem[] }
  | { readonly wellFormed: false; readonly problems: readonly JsonProblem[] };

const byteOrderMark = 0xfeff;
/** What a number is written with that JSON.parse would make infinite, or another integer. */
const mayBeAnother = /[0-9]{16}|[eE]\+?[0-9]{3}/;
const noProblems: readonly JsonProblem[] = [];

/**
 * Reads one JSON text (RFC 8259; a byte order mark before it is ignored, as its section 8.1 allows).
 *
 * Texts without a problem are never scanned by our own reader: repeated keys show in the count of members, and neither a lone
 * surrogate nor U+0000 can stand in valid UTF-8 JSON but as a `\u` escape.
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
