// Parses `accepted-changes.yaml`: a list of complete entries.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { isDay } from "../../cli/day.ts";
import { DocumentError, type SourceLocation } from "../../document/document.ts";
import type { AcceptedChange, WrittenAcceptedChange } from "./accepted-change.ts";

const fields: Record<keyof AcceptedChange, { pattern: RegExp; expected: string }> = {
  fingerprint: { pattern: /^[0-9a-f]{12}$/, expected: "the 12 hexadecimal characters that the diff printed" },
  rule: { pattern: /\S/, expected: "the finding's rule" },
  operation: { pattern: /\S/, expected: "the finding's operation" },
  reason: { pattern: /\S/, expected: "why this break is right" },
  author: { pattern: /\S/, expected: "who accepts it" },
  expires: {
    pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
    expected: "a day, such as 2026-12-31",
  },
};

/**
 * Returns the entries of the file's text; none if it is empty.
 *
 * @throws DocumentError with the line, if the text is not YAML or not a list, or an entry lacks a field or
 *   repeats one
 */
export function parseAcceptedChanges(text: string, file: string): WrittenAcceptedChange[] {
  if (text.trim() === "") return [];
  const lines = new LineCounter();
  // The failsafe schema: a fingerprint such as 000000000012 and a date remain strings.
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe" });
  const placeOf = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const reject = (problem: string, offset: number, fix: string): never => {
    throw new DocumentError(problem, { place: placeOf(offset), fix });
  };
  const [error] = document.errors;
  if (error) return reject(error.message.split("\n", 1)[0] ?? error.code, error.pos[0], "fix the YAML");
  const list = document.contents;
  if (list === null || (isScalar(list) && list.value === "")) return [];
  if (!isSeq(list))
    return reject("accepted changes are a list", offsetOf(list), "start each entry with a dash");
  const entries = list.items.map((item) => {
    const offset = offsetOf(item);
    if (!isMap(item))
      return reject("an accepted change is an object", offset, "contract diff accept writes one");
    const entry = (Object.keys(fields) as (keyof AcceptedChange)[]).map((name) => {
      const value = item.get(name);
      const { pattern, expected } = fields[name];
      const isRight = typeof value === "string" && pattern.test(value);
      if (isRight && (name !== "expires" || isDay(value))) return [name, value];
      const problem = value === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`;
      return reject(problem, offset, `${name} is ${expected}`);
    });
    return { ...(Object.fromEntries(entry) as AcceptedChange), source: placeOf(offset) };
  });
  const seen = new Set<string>();
  for (const { fingerprint, source } of entries) {
    if (seen.has(fingerprint)) {
      throw new DocumentError(`${fingerprint} is accepted twice`, {
        place: source,
        fix: "keep one of the two entries",
      });
    }
    seen.add(fingerprint);
  }
  return entries;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
