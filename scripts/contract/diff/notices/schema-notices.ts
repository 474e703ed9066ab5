// Changes inside schemas that do not affect validation: defaults, deprecations, discriminators, announced
// values.
import type { Budget } from "../../containment/budget.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { locationText, type Step } from "../explain/location.ts";
import type { Change, Rule } from "../rules/rule.ts";
import type { AcceptedType } from "./accepted-types.ts";
import type { Described, DescribedPair, DescribedPairs, Readings } from "./described-pair.ts";

/** A change inside a schema that no exchange shows. */
export interface SchemaNotice {
  readonly rule: Rule;
  readonly place: string;
  /** The path of `place`. */
  readonly steps: readonly Step[];
  /** Set if the notice is to be proved: see `OwnNotice`. */
  readonly gained: readonly AcceptedType[] | undefined;
  readonly change: Change;
  readonly pointers: { readonly base: string | undefined; readonly head: string | undefined };
}

/** Maximum number of locations of one component that get notices of their own. */
const mostPlaces = 8;

/** The constants of all walks of one comparison. */
export interface NoticeWalk {
  readonly readings: Readings;
  readonly pairs: DescribedPairs;
  /** Notified if it ends a walk; the first few pairs are examined in any case. */
  readonly budget: Budget;
}

/** One location of a pair, and the path to it. */
interface Visit {
  readonly pair: DescribedPair;
  readonly described: Described;
  readonly above: Visit | undefined;
  /** The position among the pairs below the pair above. */
  readonly at: number;
}

/**
 * Returns the notices of two schemas and of everything that both describe below: of the nearest locations of
 * a component that has many.
 */
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
    // Each reference to it is a schema of its own: a component that all others reference is examined at a few
    // locations.
    const known = places.get(pair.target) ?? 0;
    if (known >= mostPlaces) return;
    places.set(pair.target, known + 1);
    visits.push({ pair, described, above, at });
  };
  enter({ base, head }, undefined, 0);
  const entered = new Set<DescribedPair>();
  for (const visit of visits) {
    // Everything below was visited on another path.
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

/** Steps charged for reading one part of a pair for the first time, and for visiting it again. */
const partCost = 1;
const linkCost = 0.05;
/** Number of pairs of each walk that are examined even if the budget is spent. */
const atLeast = 32;

function noticesOf({ pair, described, above }: Visit): SchemaNotice[] {
  if (pair.own.length === 0) return [];
  const steps: Step[] = described.step === undefined ? [] : [described.step];
  for (let visit = above; visit !== undefined; visit = visit.above)
    if (visit.described.step !== undefined) steps.push(visit.described.step);
  steps.reverse();
  return [...pair.own].reverse().map(({ rule, step, change, pointers, gained }) => {
    const path = step === undefined ? steps : [...steps, step];
    return {
      rule,
      place: locationText(path),
      steps: path,
      gained,
      change,
      pointers: {
        base: pointers.base ?? described.base.pointer,
        head: pointers.head ?? described.head.pointer,
      },
    };
  });
}

/** Sorts visits: what is below a location comes before it, in the order of head's document. */
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
