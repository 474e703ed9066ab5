// Changes inside schemas that validation does not see: defaults, deprecations, discriminators, announced values.
import type { Budget } from "../../containment/budget.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { locationText, type Step } from "../explain/location.ts";
import type { Change, Rule } from "../rules/rule.ts";
import type { Described, DescribedPair, DescribedPairs, Readings } from "./described-pair.ts";

export interface SchemaNotice {
  readonly rule: Rule;
  readonly place: string;
  readonly change: Change;
  readonly pointers: { readonly base: string | undefined; readonly head: string | undefined };
}

/** So many places of one component have notices of their own. */
const mostPlaces = 8;

/** What stays the same for all walks of one comparison. */
export interface NoticeWalk {
  readonly readings: Readings;
  readonly pairs: DescribedPairs;
  /** Told when it ends a walk; the first few pairs are looked at in any case. */
  readonly budget: Budget;
}

/** One place where a pair stands, and the way there. */
interface Visit {
  readonly pair: DescribedPair;
  readonly described: Described;
  readonly above: Visit | undefined;
  /** The position among those below the pair above. */
  readonly at: number;
}

/** The notices of two schemas and of everything that both describe below: of the places nearest to them where a component has many. */
export function schemaNotices(walk: NoticeWalk, base: SchemaPart, head: SchemaPart): SchemaNotice[] {
  const seen = new Set<Json>();
  const places = new Map<Json, number>();
  const visits: Visit[] = [];
  const onRead = (parts: number): void => walk.budget.spend(parts * partCost);
  const enter = (described: Described, above: Visit | undefined, at: number): void => {
    const { schema } = described.head;
    if (seen.has(schema)) return;
    const pair = walk.pairs.of(walk.readings, described, onRead);
    if (pair === undefined) return;
    if (isObject(schema)) seen.add(schema);
    // Each reference to it is a schema of its own: a component that all others refer to is looked at in a few places.
    const known = places.get(pair.target) ?? 0;
    if (known >= mostPlaces) return;
    places.set(pair.target, known + 1);
    visits.push({ pair, described, above, at });
  };
  enter({ base, head }, undefined, 0);
  const entered = new Set<DescribedPair>();
  for (const visit of visits) {
    // On another way to it, all below was seen before.
    if (entered.has(visit.pair)) continue;
    entered.add(visit.pair);
    if (walk.budget.isSpent && entered.size > atLeast) {
      walk.budget.noteCut();
      break;
    }
    for (const [at, described] of visit.pair.below.entries()) enter(described, visit, at);
    walk.budget.spend(visit.pair.below.length * linkCost);
  }
  return inOrder(visits).flatMap(noticesOf);
}

/** Steps that it takes to read one part of a pair for the first time, and to come by it again. */
const partCost = 1;
const linkCost = 0.05;
/** Pairs of each walk that are looked at even where the budget is spent. */
const atLeast = 32;

function noticesOf({ pair, described, above }: Visit): SchemaNotice[] {
  if (pair.own.length === 0) return [];
  const steps: Step[] = described.step === undefined ? [] : [described.step];
  for (let visit = above; visit !== undefined; visit = visit.above)
    if (visit.described.step !== undefined) steps.push(visit.described.step);
  steps.reverse();
  return [...pair.own].reverse().map(({ rule, step, change, pointers }) => ({
    rule,
    place: locationText(step === undefined ? steps : [...steps, step]),
    change,
    pointers: {
      base: pointers.base ?? described.base.pointer,
      head: pointers.head ?? described.head.pointer,
    },
  }));
}

/** What stands below a place comes before it, in the order of head's document. */
function inOrder(visits: readonly Visit[]): Visit[] {
  return visits
    .filter(({ pair }) => pair.own.length > 0)
    .map((visit) => ({ visit, order: orderOf(visit) }))
    .sort((a, b) => compareOrders(a.order, b.order))
    .map(({ visit }) => visit);
}

function orderOf(visit: Visit): number[] {
  const order: number[] = [];
  for (let { at, above } = visit; above !== undefined; { at, above } = above) order.push(at);
  return order.reverse();
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((position, index) => position !== b[index]);
  if (differs < 0) return b.length - a.length;
  return differs < b.length ? a[differs]! - b[differs]! : -1;
}
