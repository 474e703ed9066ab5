// Walks the pairs that one pair leads to, nearest first, and gathers their clauses as clauses of the first.
import type { Budget } from "../../containment/budget.ts";
import type { Clause } from "./clause.ts";
import type { ExplainedPair, PairLink } from "./explained-pair.ts";

/** How often a pair is looked at on different ways to it; on one way it is looked at once, so circles end. */
const waysToAPair = 8;
/** No walk gathers more clauses than this, nor more than can be decided with what is left of the budget. */
const clauseLimit = 2000;
/** Clauses that are gathered even where little is left. */
const clausesAtLeast = 100;
/** Steps that a clause takes to be decided, more or less. */
const clauseCost = 50;
/** Deeper than any instance a person reads: further down a pair is looked at on one way only. */
const deep = 48;
/** Values are not searched any deeper. */
const deepest = 200;

/** What a pair of schemas comes to. */
export interface Explanation {
  /** In the order in which the receiver's document asks. Where ways or depths are cut, more may be missed than they say. */
  readonly clauses: readonly Clause[];
  /** Whether there are more than these: what they say of the pair is then not all there is. */
  readonly isCut: boolean;
}

/** One visit of a pair: the way there, and where on that way each step was asked for. */
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

/** Many operations carry the same schemas. What was cut is kept for those who can decide no more. */
const walked = new WeakMap<ExplainedPair, { readonly explanation: Explanation; readonly limit: number }>();

/** The clauses of `first` and of all that it leads to, nearest first where there are too many. */
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

/** Steps that it takes to come by an item. */
const itemCost = 0.05;
/** Visits of each walk that are made in any case; more of them may take half of what is left, so that some is left to decide with. */
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
      if (budget.left <= most && entered > atLeast) return { gathered, isCut: true, isSpent: true };
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
