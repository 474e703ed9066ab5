// What one pair of schemas comes to by itself: the clauses of its own keywords, and the pairs of their parts to look at next.
import type { Clause } from "./clause.ts";

/** Another pair, and what makes its clauses those of the pair that leads to it. */
export interface PairLink {
  pair(): ExplainedPair;
  wrap(clause: Clause): Clause;
}

/** A clause of the pair's own, or a pair whose clauses count here, too. */
export type Item = { readonly clause: Clause } | PairLink;

/** In the order in which the receiver's document asks. It does not depend on the way to the pair. */
export type ExplainedPair = readonly Item[];
