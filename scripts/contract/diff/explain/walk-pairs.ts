// Walks the pairs reachable from one pair, nearest first, and collects their clauses as clauses of the first.
import type { Budget } from "../../containment/budget.ts";
import type { Clause } from "./clause.ts";
import type { ExplainedPair, PairLink } from "./explained-pair.ts";

/** Maximum number of visits of a pair on different paths; one path visits it once, so cycles end. */
const waysToAPair = 8;
/** Maximum number of clauses of a walk, also limited by what the rest of the budget can decide. */
const clauseLimit = 2000;
/** Number of clauses collected even if little of the budget is left. */
const clausesAtLeast = 100;
/** Estimated steps to decide a clause. */
const clauseCost = 50;
/** Depth beyond which a pair is visited on one path only: deeper than any instance a person reads. */
const deep = 48;
/** Maximum depth of the search for values. */
const deepest = 200;

/** The explanation of a pair of schemas. */
export interface Explanation {
  /**
   * In the order of the receiver's document. If paths or depths are cut off, more demands may be violated.
   */
  readonly clauses: readonly Clause[];
  /** True if there are more clauses than these, so that they are not the whole explanation. */
  readonly isCut: boolean;
}

/** One visit of a pair: the path to it, and the position in the order of demands of each step. */
interface Visit {
  readonly pair: ExplainedPair;
  readonly above: Visit | undefined;
  readonly link: PairLink | undefined;
  /** The position among the items of the pair above. */
  readonly at: number;
}

interface Gathered {
  readonly clause: Clause;
  readonly visit: Visit;
  readonly at: number;
}

/** Cache of walks: many operations use the same schemas. Cut ones are reused where no more can be decided. */
const walked = new WeakMap<ExplainedPair, { readonly explanation: Explanation; readonly limit: number }>();

/** Returns the clauses of `first` and of all pairs reachable from it, the nearest if there are too many. */
export function walkPairs(first: ExplainedPair, budget: Budget): Explanation {
  const limit = Math.min(clauseLimit, Math.max(clausesAtLeast, Math.floor(budget.left / clauseCost)));
  const known = walked.get(first);
  if (known !== undefined && (!known.explanation.isCut || known.limit >= limit)) return known.explanation;
  const { gathered, isCut, isSpent } = gather(first, budget, limit);
  const explanation = { clauses: inOrder(gathered), isCut };
  if (isSpent) budget.noteCut();
  else walked.set(first, { explanation, limit });
  return explanation;
}

/** Steps charged for visiting an item. */
const itemCost = 0.05;
/**
 * Number of visits that each walk makes while anything is left; further ones may use half of the remaining
 * budget, so that some is left for decisions.
 */
const atLeast = 80;

function gather(
  first: ExplainedPair,
  budget: Budget,
  limit: number,
): { readonly gathered: readonly Gathered[]; readonly isCut: boolean; readonly isSpent: boolean } {
  const gathered: Gathered[] = [];
  const visited = new Map<ExplainedPair, number>([[first, 1]]);
  let entered = 0;
  const most = budget.left > 0 ? budget.left / 2 : 0;
  let level: Visit[] = [{ pair: first, above: undefined, link: undefined, at: 0 }];
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: Visit[] = [];
    for (const visit of level) {
      if (gathered.length >= limit) return { gathered, isCut: true, isSpent: budget.isSpent };
      entered += 1;
      const isSpent = budget.isSpent || (budget.left <= most && entered > atLeast);
      if (isSpent) return { gathered, isCut: true, isSpent };
      budget.spend(visit.pair.length * itemCost);
      for (const [at, item] of visit.pair.entries()) {
        if ("clause" in item) {
          gathered.push({ clause: item.clause, visit, at });
          continue;
        }
        const pair = item.pair();
        if (pair.length === 0) continue;
        const ways = visited.get(pair) ?? 0;
        if (ways >= waysAt(depth) || isAbove(visit, pair)) continue;
        next.push({ pair, above: visit, link: item, at });
        visited.set(pair, ways + 1);
      }
    }
    level = next;
  }
  return { gathered, isCut: false, isSpent: false };
}

function waysAt(depth: number): number {
  if (depth <= deep) return waysToAPair;
  return depth <= deepest ? 1 : 0;
}

function isAbove(visit: Visit, pair: ExplainedPair): boolean {
  for (let at: Visit | undefined = visit; at !== undefined; at = at.above) if (at.pair === pair) return true;
  return false;
}

function atTop({ above, link }: Visit, clause: Clause): Clause {
  let wrapped = clause;
  for (let [at, by] = [above, link]; by !== undefined; [at, by] = [at?.above, at?.link])
    wrapped = by.wrap(wrapped);
  return wrapped;
}

function orderOf(visit: Visit): number[] {
  const order: number[] = [];
  for (let at = visit; at.above !== undefined; at = at.above) order.push(at.at);
  return order.reverse();
}

function inOrder(gathered: readonly Gathered[]): Clause[] {
  return gathered
    .map(({ clause, visit, at }) => ({ clause: atTop(visit, clause), order: [...orderOf(visit), at] }))
    .sort((a, b) => compareOrders(a.order, b.order))
    .map(({ clause }) => clause);
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((position, index) => position !== b[index]);
  return differs < 0 ? a.length - b.length : a[differs]! - (b[differs] ?? -1);
}
