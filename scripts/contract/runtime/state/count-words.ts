// Counters of work, recognized by the usual property names.
import { own, setOwn } from "../wire-value.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";

/** The progress of work. */
export interface Counts {
  readonly total: number;
  readonly queued: number;
  readonly done: number;
  readonly failed: number;
}

const countWords: readonly (readonly [keyof Counts, RegExp])[] = [
  ["total", /^(total|count|requested)/i],
  ["queued", /^(queued|pending|remaining|waiting|open)/i],
  ["failed", /^(fail|error|rejected)/i],
  ["done", /^(created|succe|completed|processed|done|added|updated|finished)/i],
];

/** Returns a value of the schema with the counts in the properties for them: the same if it has them. */
export function withCounts(schemas: Schemas, schema: unknown, value: unknown, counts: Counts): unknown {
  if (!isRecord(value) || !isRecord(schema)) return value;
  let all = value;
  for (const { name, word, node } of schemas.about(schema, countedIn)) {
    if (!Object.hasOwn(value, name)) continue;
    const before = own(value, name);
    const counted = word === undefined ? withCounts(schemas, node, before, counts) : counts[word];
    if (counted === before) continue;
    if (all === value) all = { ...value };
    setOwn(all, name, counted);
  }
  return all;
}

/** Returns the properties that are counts, and those that may contain counts. */
function countedIn(schemas: Schemas, schema: object) {
  return Object.entries(schemas.properties(schema)).flatMap(([name, node]) => {
    const word =
      schemas.follow(node)["type"] === "integer"
        ? countWords.find(([, pattern]) => pattern.test(name))?.[0]
        : undefined;
    const isNested = Object.keys(schemas.properties(node)).length > 0;
    return word !== undefined || isNested ? [{ name, word, node }] : [];
  });
}
