// Asks of a whole schema what was found in one of its parts: is there a whole instance that misses this one demand?
import type { Json } from "../../document/document.ts";
import { isAccepted } from "../../containment/confirm.ts";
import { search, type SearchResult, type Side } from "../../containment/search.ts";
import { type Clause, demandOf } from "./clause.ts";
import type { Walk } from "./explain.ts";
import { mayReach, schemaAlong } from "./place.ts";
import { bare, type SchemaPart, sideOf } from "../../containment/schema-part.ts";

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
  const { walk, sendable } = pair;
  const sender = bare(walk.sender.root, pair.sender).schema;
  const receiver = bare(walk.receiver.root, pair.receiver).schema;
  const asked = [walk.memo, sender, receiver, sendable, others];
  const known = decided.get(clause);
  if (known !== undefined && asked.every((part, at) => part === known.asked[at])) return known.result;
  const result = decide(pair, clause, others);
  if (result.kind !== "undecided") decided.set(clause, { asked, result });
  return result;
}

/** The last decision on a clause: many operations carry the same schemas, and share their clauses. */
const decided = new WeakMap<Clause, { readonly asked: readonly unknown[]; readonly result: SearchResult }>();

function decide(pair: WholePair, clause: Clause, others: readonly Clause[]): SearchResult {
  const { walk } = pair;
  const refuses = [demandSide(walk, clause)];
  if (clause.alternative) refuses.push({ ...walk.receiver, closed: false, ...pair.receiver });
  const within = clause.within.map(({ steps, schema }) => ({
    ...walk.sender,
    closed: false,
    schema: schemaAlong(steps, schema),
  }));
  const sendable = pair.sendable === undefined ? [] : [free(pair.sendable)];
  const accepted = [sideOf(walk.sender, [pair.sender]), ...within, ...sendable];
  const { budget } = walk;
  const result = search({ accepts: accepted, refuses, budget });
  if (result.kind !== "found") return result;
  const missedToo = others
    .filter((other) => other !== clause && !other.alternative && mayReach(other.steps, result.instance))
    .map((other) => demandSide(walk, other))
    .filter((side) => {
      budget.spend(GLANCE_COST);
      return isAccepted(side, result.instance) !== true;
    });
  if (missedToo.length === 0) return result;
  const alone = search({ accepts: [...accepted, ...missedToo], refuses, budget });
  return alone.kind === "found" ? alone : result;
}

/** Steps that it takes to see whether another clause is missed, too. */
const GLANCE_COST = 2;

const demandSides = new WeakMap<Clause, Side>();

/** The receiver's side of a clause. Kept, so that what is worked out about its schema is worked out once. */
function demandSide(walk: Walk, clause: Clause): Side {
  const side = demandSides.get(clause) ?? { ...walk.receiver, closed: false, schema: demandOf(clause) };
  demandSides.set(clause, side);
  return side;
}

/** A schema of no document's, read literally. */
export function free(schema: Json): Side {
  return { root: {}, schema, view: "none", closed: false };
}
