// Counters of work: documents name them in few ways.
import { own } from "../wire-value.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";

/** How far work is. */
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

/** A value of the schema, with the counts where it has places for them. */
export function withCounts(schemas: Schemas, schema: unknown, value: unknown, counts: Counts): unknown {
  if (!isRecord(value)) return value;
  const properties = schemas.properties(schema);
  const entries = Object.entries(value).map(([name, member]): [string, unknown] => {
    if (schemas.follow(own(properties, name))["type"] === "integer") {
      const word = countWords.find(([, pattern]) => pattern.test(name));
      return [name, word === undefined ? member : counts[word[0]]];
    }
    return [name, withCounts(schemas, own(properties, name), member, counts)];
  });
  return Object.fromEntries(entries);
}
