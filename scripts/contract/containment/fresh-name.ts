// Searches for a property under a name that no schema mentions: only patterns decide what its value must
// satisfy.
import type { Json } from "../document/document.ts";
import { noneOf } from "./expand-value.ts";
import { accepting, type Literal, rejecting, type SomeProperty } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { layerLiterals, type ObjectCell, patternsIn } from "./object-cell.ts";
import { alone, Alternatives, found, type Outcome, undecided } from "./outcome.ts";
import { madeUp } from "./schema-node.ts";
import { several } from "./contains-counts.ts";
import { type Family, familyOf } from "./value-family.ts";

/** Maximum number of patterns: beyond it, a name can match in too many combinations. */
const patternLimit = 10;

/** The input of a search for a fresh property. */
export interface FreshQuery {
  readonly cell: ObjectCell;
  readonly wishes: readonly SomeProperty[];
  /** Names that are mentioned or already used. */
  readonly taken: ReadonlySet<string>;
}

/** Searches for a property under a fresh name; the instance found is `[name, value]`. */
export function freshProperty(query: FreshQuery, goals: Goals): Outcome {
  const patterns = patternsIn(query.cell, query.wishes);
  if (patterns.length > patternLimit) {
    return undecided({ reason: "too many patterns can match a name", keyword: "patternProperties" });
  }
  return choose(query, patterns, new Map(), goals);
}

/** Maximum number of names searched one by one to see whether there are more. */
const fewNames = 100;

/** The requested number of properties: their names, and one value for all of them. */
interface Many {
  readonly nameAt: (at: number) => string;
  readonly value: Json;
}

/**
 * Why there are fewer: the maximum number, provided that the goals open at depth `low` and deeper have no
 * value.
 */
interface Few {
  readonly atMost: number;
  readonly low: number;
}

/** Returns `count` properties with names that no schema mentions; undefined if that cannot be calculated. */
export function freshProperties(query: FreshQuery, count: number, goals: Goals): Many | Few | undefined {
  const patterns = patternsIn(query.cell, []);
  if (patterns.length > patternLimit) return undefined;
  const few = { atMost: 0, low: alone };
  for (const matches of assignments(patterns)) {
    const literals = query.cell.layers.flatMap((layer) =>
      layerLiterals(layer, undefined, (source) => matches.get(source) ?? false),
    );
    const value = goals.goal(literals);
    if (value.is === "none") few.low = Math.min(few.low, value.low);
    if (value.is === "none") continue;
    const ofNames = nameLiterals({ ...query, wishes: [] }, matches);
    const names = value.is === "found" ? familyOf(goals, ofNames, count, "string") : undefined;
    if (names !== undefined && value.is === "found")
      return { nameAt: (at) => nameIn(names, at), value: value.instance };
    const { values, end } = several(goals, ofNames, fewNames, "string");
    if (end?.is !== "none") return undefined;
    few.atMost += values.length;
    few.low = Math.min(few.low, end.low);
  }
  return few;
}

/** Returns a name of a family; a family of texts contains only texts. */
function nameIn(names: Family, at: number): string {
  const name = names.at(at);
  return typeof name === "string" ? name : `k${at}`;
}

/** Returns all combinations of patterns that a name can match, those with few matches first. */
function assignments(patterns: readonly string[]): ReadonlyMap<string, boolean>[] {
  let ways: ReadonlyMap<string, boolean>[] = [new Map()];
  for (const source of patterns)
    ways = [false, true].flatMap((match) => ways.map((way) => new Map(way).set(source, match)));
  return ways;
}

/** Decides pattern by pattern whether the name matches; not matching constrains less, so it comes first. */
function choose(
  query: FreshQuery,
  patterns: readonly string[],
  matches: ReadonlyMap<string, boolean>,
  goals: Goals,
): Outcome {
  goals.spend();
  const [source, ...others] = patterns;
  if (source === undefined) return settle(query, matches, goals);
  const alternatives = new Alternatives();
  for (const match of options(query.wishes, source)) {
    const chosen = new Map(matches).set(source, match);
    const name = goals.goal(nameLiterals(query, chosen), "string");
    if (name.is === "none") {
      alternatives.add(name);
      continue;
    }
    const settled = alternatives.add(choose(query, others, chosen, goals));
    if (settled) return settled;
  }
  return alternatives.sum();
}

function options(wishes: readonly SomeProperty[], source: string): boolean[] {
  const must = wishes.some(({ matching }) => matching.includes(source));
  const mustNot = wishes.some(({ unlike }) => unlike.includes(source));
  return [...(must ? [] : [false]), ...(mustNot ? [] : [true])];
}

function settle(query: FreshQuery, matches: ReadonlyMap<string, boolean>, goals: Goals): Outcome {
  const literals = [
    ...query.cell.layers.flatMap((layer) =>
      layerLiterals(layer, undefined, (source) => matches.get(source) ?? false),
    ),
    ...query.wishes.flatMap(({ values }) => values),
  ];
  const value = goals.goal(literals);
  if (value.is === "none") return value;
  const name = nameFor(query, matches, goals);
  if (name.is === "none") return name;
  if (name.is === "found" && value.is === "found") return found([name.instance, value.instance]);
  const doubtful = name.is === "undecided" ? name : value.is === "undecided" ? value : undefined;
  const pair: Json[] = [name, value].flatMap(({ instance }) => (instance === undefined ? [] : [instance]));
  if (!doubtful) return value;
  return undecided(doubtful.doubt, pair.length === 2 ? pair : undefined, doubtful.low);
}

/** Searches for a name, preferably not empty: it is easier to read. */
function nameFor(query: FreshQuery, matches: ReadonlyMap<string, boolean>, goals: Goals): Outcome {
  const literals = nameLiterals(query, matches);
  const visible = goals.goal([...literals, accepting(madeUp({ minLength: 1 }), 0)], "string");
  return visible.is === "found" ? visible : goals.goal(literals, "string");
}

function nameLiterals({ cell, wishes, taken }: FreshQuery, matches: ReadonlyMap<string, boolean>): Literal[] {
  const byPattern = [...matches].map(([pattern, match]) => {
    const node = madeUp({ pattern });
    return match ? accepting(node, 0) : rejecting(node);
  });
  const byWish = wishes.flatMap(({ names }) => names);
  return [...byPattern, ...cell.names, ...byWish, ...(taken.size > 0 ? [noneOf([...taken].sort())] : [])];
}
