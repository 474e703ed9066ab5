// Measures in one pass over a JSON text what JSON.parse does not report: the nesting depth and the number of
// object members.

/**
 * Measurements of a JSON text. They ignore the grammar, so they are valid only for a text that JSON.parse
 * accepts.
 */
export interface JsonMeasure {
  readonly depth: number;
  /** Number of members of all objects; greater than that of the parsed value if a key is repeated. */
  readonly members: number;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Measures a JSON text. Brackets and colons are ASCII, so a single pass over the code units suffices. */
export function measureJson(text: string): JsonMeasure {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = stringEnd(text, at + 1);
    } else if (unit === colon) {
      members++;
    } else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > deepest) deepest = depth;
    } else if (unit === 0x5d || unit === 0x7d) {
      depth--;
    }
  }
  return { depth: deepest, members };
}

/**
 * Returns the index of the closing quote of the string that starts at `at`; the length of the text if there
 * is none.
 */
function stringEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === backslash) at++;
  }
  return at;
}

/** Returns the number of members of all objects in a parsed JSON value. */
export function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item);
    return count;
  }
  const members = value as Record<string, unknown>; // Values from JSON.parse have only own string keys.
  for (const key in members) {
    const member = members[key];
    count += typeof member === "object" ? 1 + countMembers(member) : 1;
  }
  return count;
}
