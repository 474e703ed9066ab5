// Caches the explanations of pairs of schemas, so that each is computed once however often it is referenced.
import type { Budget } from "../../containment/budget.ts";
import type { ExplainedPair } from "./explained-pair.ts";
import { identityOf } from "../../containment/joined-schema.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";

/** The cache for one pair of readings. */
export class ExplanationMemo {
  readonly #pairs = new Map<string, ExplainedPair>();
  #size = 0;

  /** Total number of clauses and links of all pairs. */
  get size(): number {
    return this.#size;
  }

  /**
   * Returns the explanation of a pair: cached, otherwise from `read`. What was read when `budget` ran out is
   * not kept: its demands are those that nothing was left to decide.
   */
  of(
    parts: readonly SchemaPart[],
    receiver: SchemaPart,
    { budget, read }: { readonly budget: Budget; readonly read: () => ExplainedPair },
  ): ExplainedPair {
    const sent = new Set(parts.map(({ schema }) => identityOf(schema)));
    const key = `${[...sent].join(" ")} > ${identityOf(receiver.schema)}`;
    let pair = this.#pairs.get(key);
    if (pair !== undefined) return pair;
    pair = read();
    if (budget.isSpent) return pair;
    this.#pairs.set(key, pair);
    this.#size += 1 + pair.length;
    return pair;
  }
}
