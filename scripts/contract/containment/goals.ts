// What the decisions about arrays and objects need of the search around them: to settle goals about their parts.
import type { JsonType, Literal } from "./formula.ts";
import type { Outcome } from "./outcome.ts";

/** Settles goals, each a set of literals that one value has to meet. */
export interface Goals {
  /** Looks for a value (of one type, when given) that meets all `literals`. */
  goal(literals: readonly Literal[], type?: JsonType): Outcome;
  /** Counts steps of work, one unless said otherwise; throws when the budget is spent. */
  spend(steps?: number): void;
  /** Whether closed sides may send names that only an explicit `additionalProperties` or `unevaluatedProperties` lets in. */
  readonly keepsPromises: boolean;
  /** Set when such a place is met. */
  metPromise: boolean;
}
