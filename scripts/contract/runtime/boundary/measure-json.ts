// One pass over a JSON text that tells what JSON.parse does not: how deep it nests and how many members its objects have.

/** Counted without looking at the grammar: only meaningful for a text that JSON.parse accepts. */
export interface JsonMeasure {
  readonly depth: number;
  /** Members of all objects together; more than the parsed value has when a key is repeated. */
  readonly members: number;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Measures a JSON text. Brackets and colons are ASCII, so one look at each code unit is enough. */
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

/** Where the string that starts at `at` has its closing quote; the text's length when it has none. */
function stringEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === backslash) at++;
  }
  return at;
}

/** How many members the objects inside a value that JSON.parse made have together. */
export function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item);
    return count;
  }
  const members = value as Record<string, unknown>; // What JSON.parse makes has string keys of its own only.
  for (const key in members) {
    const member = members[key];
    count += typeof member === "object" ? 1 + countMembers(member) : 1;
  }
  return count;
}
