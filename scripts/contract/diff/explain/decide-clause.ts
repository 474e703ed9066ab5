// Decides for whole schemas a demand found in one of their parts: does a whole instance exist that violates
// it?
import type { Json } from "../../document/document.ts";
import { isAccepted } from "../../containment/confirm.ts";
import { Unsearchable } from "../../containment/unsupported.ts";
import { nameOf, search, type SearchResult, type Side } from "../../containment/search.ts";
import { digest } from "../../containment/structural-key.ts";
import { type Clause, demandOf } from "./clause.ts";
import type { ExplanationMemo } from "./explanation-memo.ts";
import type { Walk } from "./explain.ts";
import { mayReach, schemaAlong } from "./location.ts";
import { bare, type SchemaPart, sideOf } from "../../containment/schema-part.ts";

/** The pair of whole schemas that clauses belong to, and further conditions on sendable values. */
export interface WholePair {
  readonly walk: Walk;
  readonly sender: SchemaPart;
  readonly receiver: SchemaPart;
  /** A schema without references that all serialisable values satisfy, such as "not empty" in a path. */
  readonly sendable: Json | undefined;
}

/**
 * Searches for an instance that the sender may send and that violates the clause. It satisfies `others` if
 * possible, so that it demonstrates one thing only.
 */
export function decideClause(pair: WholePair, clause: Clause, others: readonly Clause[]): SearchResult {
  const { walk, sendable } = pair;
  const sender = bare(walk.sender.root, pair.sender).schema;
  const receiver = bare(walk.receiver.root, pair.receiver).schema;
  const inputs = [walk.memo, sender, receiver, sendable, others];
  const known = decided.get(clause);
  if (known !== undefined && inputs.every((part, at) => part === known.inputs[at])) return known.result;
  const result = decideOnce(pair, clause, others);
  if (result.kind !== "undecided") decided.set(clause, { inputs, result });
  return result;
}

/** Decisions on equal clauses, by structure: an operation often repeats the schemas of another inline. */
const decidedAlike = new WeakMap<ExplanationMemo, Map<string, SearchResult>>();

function decideOnce(pair: WholePair, clause: Clause, others: readonly Clause[]): SearchResult {
  const key = questionOf(pair, clause, others);
  if (key === undefined) return decide(pair, clause, others);
  const { memo } = pair.walk;
  const alike = decidedAlike.get(memo) ?? new Map<string, SearchResult>();
  decidedAlike.set(memo, alike);
  const known = alike.get(key);
  if (known !== undefined) return known;
  const result = decide(pair, clause, others);
  if (result.kind !== "undecided") alike.set(key, result);
  return result;
}

/** Returns a key of everything a decision depends on; undefined if schemas have no structural keys. */
function questionOf(pair: WholePair, clause: Clause, others: readonly Clause[]): string | undefined {
  const { walk, sendable } = pair;
  try {
    const within = clause.within.map(({ steps, schema }) =>
      nameOf({ ...walk.sender, schema: schemaAlong(steps, schema) }),
    );
    return JSON.stringify([
      nameOf(sideOf(walk.sender, [pair.sender])),
      nameOf(demandSide(walk, clause)),
      clause.alternative ? nameOf({ ...walk.receiver, ...pair.receiver }) : "",
      within,
      sendable ?? null,
      namesOf(walk, others),
    ]);
  } catch (error) {
    if (error instanceof Unsearchable || error instanceof RangeError) return undefined;
    throw error;
  }
}

const names = new WeakMap<readonly Clause[], string>();

function namesOf(walk: Walk, clauses: readonly Clause[]): string {
  let name = names.get(clauses);
  if (name === undefined) {
    const each = clauses.map((clause) => (clause.alternative ? "" : nameOf(demandSide(walk, clause))));
    names.set(clauses, (name = digest(each.join("\n"))));
  }
  return name;
}

/** The last decision on a clause: many operations use the same schemas, and share their clauses. */
const decided = new WeakMap<Clause, { readonly inputs: readonly unknown[]; readonly result: SearchResult }>();

function decide(pair: WholePair, clause: Clause, others: readonly Clause[]): SearchResult {
  const { walk } = pair;
  const rejects = [demandSide(walk, clause)];
  if (clause.alternative) rejects.push({ ...walk.receiver, closed: false, ...pair.receiver });
  const within = clause.within.map(({ steps, schema }) => ({
    ...walk.sender,
    closed: false,
    schema: schemaAlong(steps, schema),
  }));
  const sendable = pair.sendable === undefined ? [] : [free(pair.sendable)];
  const accepted = [sideOf(walk.sender, [pair.sender]), ...within, ...sendable];
  const { budget } = walk;
  const result = search({ accepts: accepted, rejects, budget });
  if (result.kind !== "found") return result;
  const missedToo = others
    .filter((other) => other !== clause && !other.alternative && mayReach(other.steps, result.instance))
    .map((other) => demandSide(walk, other))
    .filter((side) => {
      budget.spend(interpretCost);
      return isAccepted(side, result.instance) !== true;
    });
  if (missedToo.length === 0) return result;
  const alone = search({ accepts: [...accepted, ...missedToo], rejects, budget });
  return alone.kind === "found" ? alone : result;
}

/** Steps charged for checking whether another clause is violated, too. */
const interpretCost = 2;

const demandSides = new WeakMap<Clause, Side>();

/** Returns the receiver's side of a clause. Cached, so that results about its schema are computed once. */
function demandSide(walk: Walk, clause: Clause): Side {
  const side = demandSides.get(clause) ?? { ...walk.receiver, closed: false, schema: demandOf(clause) };
  demandSides.set(clause, side);
  return side;
}

/** Returns the side of a schema that belongs to no document, read literally. */
export function free(schema: Json): Side {
  return { root: {}, schema, view: "none", closed: false };
}
