// Asks of a whole schema what was found in one of its parts: is there a whole instance that misses this one demand?
import type { Json } from "../../document/document.ts";
import { search, type SearchResult, type Side } from "../schema/search.ts";
import { type Clause, demandOf } from "./clause.ts";
import type { Walk } from "./explain.ts";
import { schemaAlong } from "./place.ts";
import { type SchemaPart, sideOf } from "./schema-part.ts";

/** The pair of whole schemas that clauses belong to, and further conditions on what can be sent at all. */
export interface WholePair {
  readonly walk: Walk;
  readonly sender: SchemaPart;
  readonly receiver: SchemaPart;
  /** A schema without references that all that travels here keeps to, such as "not empty" in a path. */
  readonly sendable: Json | undefined;
}

/**
 * An instance that the sender may send and that misses the clause, when there is one. It keeps to `others` where it
 * can, so that it shows one thing only.
 */
export function decideClause(pair: WholePair, clause: Clause, others: readonly Clause[]): SearchResult {
  const { walk } = pair;
  const demands = (schema: Json): Side => ({ ...walk.receiver, closed: false, schema });
  const refuses = [demands(demandOf(clause))];
  if (clause.alternative) refuses.push({ ...walk.receiver, closed: false, ...pair.receiver });
  const accepts = [
    sideOf(walk.sender, [pair.sender]),
    ...clause.within.map(({ steps, schema }) => ({
      ...walk.sender,
      closed: false,
      schema: schemaAlong(steps, schema),
    })),
    ...(pair.sendable === undefined ? [] : [free(pair.sendable)]),
  ];
  const budget = walk.budget === undefined ? {} : { budget: walk.budget };
  const apart = others.filter((other) => other !== clause && !other.alternative);
  if (apart.length > 0) {
    const alone = search({
      accepts: [...accepts, ...apart.map((other) => demands(demandOf(other)))],
      refuses,
      ...budget,
    });
    if (alone.kind === "found") return alone;
  }
  return search({ accepts, refuses, ...budget });
}

/** A schema of no document's, read literally. */
export function free(schema: Json): Side {
  return { root: {}, schema, view: "none", closed: false };
}
