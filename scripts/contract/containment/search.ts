// Decides whether a JSON value exists that some schemas accept and others reject: satisfiability and
// containment in one query.
import type { Json, JsonObject } from "../document/document.ts";
import { Budget } from "./budget.ts";
import { isAccepted } from "./confirm.ts";
import { type Unsupported, tooLarge, Unsearchable } from "./unsupported.ts";
import { accepting, type Literal, rejecting } from "./formula.ts";
import { keywordsOf } from "./keywords.ts";
import type { Outcome } from "./outcome.ts";
import { nodeAt, type SchemaNode } from "./schema-node.ts";
import { scopeOf } from "./scope.ts";
import type { Side } from "./side.ts";
import { type Proofs, Solver } from "./solver.ts";
import { beginningOf, charactersIn, valuesIn } from "./value-size.ts";

export type { SchemaAt, Side } from "./side.ts";

/** Searches for a value that every side in `accepts` accepts and every side in `rejects` rejects. */
export interface Search {
  readonly accepts: readonly Side[];
  readonly rejects: readonly Side[];
  /** The budget of the search; a budget of its own by default. */
  readonly budget?: Budget;
}

/** The result of a search; `none` is a proof, `found` was confirmed by a validator. */
export type SearchResult =
  | {
      readonly kind: "found";
      readonly instance: Json;
      /**
       * True if an accepting closed side allows the value only by an explicit `additionalProperties` or
       * `unevaluatedProperties`.
       */
      readonly restsOnExplicitOpenness: boolean;
    }
  | { readonly kind: "none" }
  | {
      readonly kind: "undecided";
      readonly reason: string;
      readonly keyword?: string;
      readonly pointer?: string;
      /**
       * Set if such a value certainly exists and is only too large: how to build it; `instance` is its
       * beginning.
       */
      readonly recipe?: string;
      /** A possible value, not confirmed. */
      readonly instance?: Json;
    };

/** Maximum number of values in a reported value. */
const largest = 50_000;

/** Maximum number of characters in a reported value: about a second of a validator. */
const longest = 10_000_000;

/** Maximum number of values in a value that is validated. */
const largestLookedAt = 1_000_000;

/** Minimum cost of a search, in steps. */
const searchCost = 20;

/**
 * Proofs concern the content of schemas, not their location; they are dropped with the document of the query.
 */
const proofs = new WeakMap<JsonObject, Proofs>();

/**
 * Searches for a value that all of `accepts` accept and all of `rejects` reject.
 *
 * "a accepts nothing that b rejects" is `search({ accepts: [a], rejects: [b] }).kind === "none"`.
 * Deterministic and pure.
 */
export function search(query: Search): SearchResult {
  const rejects = query.rejects.map((side) => ({ ...side, closed: false }));
  const full = { ...query, rejects };
  const first = attempt(full, true);
  if (first.result.kind !== "found" || !first.metPromise) return first.result;
  const modest = attempt(full, false).result;
  if (modest.kind === "found") return modest;
  return { ...first.result, restsOnExplicitOpenness: modest.kind === "none" };
}

/** The reason reported for everything skipped after the budget is spent. */
export const budgetSpent = "the budget of the comparison was spent before this search began";

/** Searches for the smallest value that `side` accepts. */
export function memberOf(side: Side): SearchResult {
  return search({ accepts: [side], rejects: [] });
}

function attempt(query: Search, keepsPromises: boolean): { result: SearchResult; metPromise: boolean } {
  const { budget = new Budget() } = query;
  const limit = budget.next;
  if (budget.isSpent) {
    budget.noteShort();
    return { result: { kind: "undecided", reason: budgetSpent }, metPromise: false };
  }
  const solver = new Solver(limit, keepsPromises, proofsFor(query));
  let confirming = 0;
  try {
    const outcome = solver.goal(literalsOf(query));
    if (outcome.is !== "none") confirming = confirmCost(query);
    const result = resultOf(outcome, query);
    return { result, metPromise: solver.metPromise };
  } catch (error) {
    return { result: { kind: "undecided", ...unsupportedOf(error) }, metPromise: false };
  } finally {
    if (solver.isShort && limit < budget.each) budget.noteShort();
    budget.spend(searchCost + solver.spent + confirming);
  }
}

/** The cost of confirming a result: a validator evaluates each branch of a union. */
function confirmCost({ accepts, rejects }: Search): number {
  const unions = [...accepts, ...rejects].map((side) => {
    const { schema } = nodeOf(side);
    const { anyOf = [], oneOf = [] } = typeof schema === "boolean" ? {} : keywordsOf(schema).lists;
    return anyOf.length + oneOf.length;
  });
  return unions.reduce((sum, length) => sum + length, 0);
}

/**
 * Converts an error into a doubt; rethrows all others. A stack overflow leaves no partial state: caches hold
 * complete entries only.
 */
function unsupportedOf(error: unknown): Unsupported {
  if (error instanceof Unsearchable) return error.doubt;
  if (error instanceof RangeError) return { reason: "schemas nest too deeply" };
  throw error;
}

function proofsFor(query: Search): Proofs {
  const { root } = query.accepts[0] ?? query.rejects[0] ?? { root: {} };
  return proofsOf(root);
}

function proofsOf(root: JsonObject): Proofs {
  let kept = proofs.get(root);
  if (!kept) proofs.set(root, (kept = { empty: new Set(), short: new Map(), ids: new Map() }));
  return kept;
}

/** Lets searches in one document use the proofs of searches in another from here on. */
export function shareProofs(one: JsonObject, other: JsonObject): void {
  proofs.set(other, proofsOf(one));
}

/** Returns the literals of a query; each closed side is a group of its own. */
function literalsOf(query: Search): Literal[] {
  return [
    ...query.accepts.map((side, at) => accepting(nodeOf(side), side.closed ? at + 1 : 0)),
    ...query.rejects.map((side) => rejecting(nodeOf(side))),
  ];
}

const nodeOf = (side: Side): SchemaNode =>
  nodeAt(scopeOf(side.root, side.view), side.schema, side.pointer ?? "");

/**
 * Returns the key of a side's schema in its view.
 *
 * @throws `Unsearchable` if schemas nest too deeply
 */
export const nameOf = (side: Side): string => nodeOf(side).key;

function resultOf(outcome: Outcome, query: Search): SearchResult {
  if (outcome.is === "none") return { kind: "none" };
  const { instance } = outcome;
  const doubt: Unsupported =
    outcome.is === "undecided"
      ? outcome.doubt
      : { reason: "a validator disagrees with the value that was found" };
  if (instance === undefined) return { kind: "undecided", ...doubt };
  const size = valuesIn(instance);
  if (size > largest) return tooLargeResult(outcome, query, instance, size);
  const length = charactersIn(instance);
  if (length > longest) {
    const large = tooLarge(`a value of ${length} characters`);
    return outcome.is === "found"
      ? { kind: "undecided", ...large, instance: beginningOf(instance) }
      : { kind: "undecided", reason: large.reason };
  }
  return isConfirmed(query, instance)
    ? { kind: "found", instance, restsOnExplicitOpenness: false }
    : { kind: "undecided", ...doubt, instance };
}

/** Returns the result for a value that certainly exists but is too large; its beginning is shown. */
function tooLargeResult(outcome: Outcome, query: Search, instance: Json, size: number): SearchResult {
  const large = tooLarge(`a value of ${size} values`);
  const isCertain = outcome.is === "found" && (size > largestLookedAt || isConfirmed(query, instance));
  return isCertain
    ? { kind: "undecided", ...large, instance: beginningOf(instance) }
    : { kind: "undecided", reason: large.reason };
}

function isConfirmed(query: Search, instance: Json): boolean {
  return (
    query.accepts.every((side) => isAccepted(side, instance) === true) &&
    query.rejects.every((side) => isAccepted(side, instance) === false)
  );
}
