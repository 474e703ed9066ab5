// Remembers what pairs of schemas come to, so that each is looked into once however often it is referred to.
import type { ExplainedPair } from "./explained-pair.ts";
import { identityOf } from "../../containment/joined-schema.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";

/** One for each pair of readings. */
export class ExplanationMemo {
  readonly #pairs = new Map<string, ExplainedPair>();
  #size = 0;

  /** How many clauses and links all pairs have together. */
  get size(): number {
    return this.#size;
  }

  /** What a pair comes to: remembered, else what `read` finds. */
  of(parts: readonly SchemaPart[], receiver: SchemaPart, read: () => ExplainedPair): ExplainedPair {
    const sent = new Set(parts.map(({ schema }) => identityOf(schema)));
    const key = `${[...sent].join(" ")} > ${identityOf(receiver.schema)}`;
    let pair = this.#pairs.get(key);
    if (pair !== undefined) return pair;
    this.#pairs.set(key, (pair = read()));
    this.#size += 1 + pair.length;
    return pair;
  }
}
