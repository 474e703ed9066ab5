// The explanation of one pair of schemas by itself: the clauses of its own keywords, and the pairs of their
// parts to examine next.
import type { Clause } from "./clause.ts";

/** Another pair, and how its clauses become those of the pair that leads to it. */
export interface PairLink {
  pair(): ExplainedPair;
  wrap(clause: Clause): Clause;
}

/** One of the pair's own clauses, or a pair whose clauses count here, too. */
export type Item = { readonly clause: Clause } | PairLink;

/** In the order of the receiver's document. Independent of the path to the pair. */
export type ExplainedPair = readonly Item[];
