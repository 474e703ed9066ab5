// Memoised, budgeted search. A goal that recurs within itself is treated as unsatisfiable: a minimal value
// never contains another value of the same goal.
import { decideCases } from "./case-analysis.ts";
import { ClauseState } from "./clause-state.ts";
import { searchSpent, Unsearchable } from "./unsupported.ts";
import type { Disjointness } from "./expand-own.ts";
import { expand } from "./expand.ts";
import {
  accepting,
  all,
  type Formula,
  type JsonType,
  keyOf,
  type Literal,
  literal,
  numbersOf,
  valueTypes,
} from "./formula.ts";
import type { Goals } from "./goals.ts";
import { jointNames } from "./known-names.ts";
import { Alternatives, alone, independent, type Outcome, undecided } from "./outcome.ts";
import type { SchemaNode } from "./schema-node.ts";
import type { Scope } from "./scope.ts";

const depthLimit = 200;

/** A goal being decided, with the results that hold only if it is unsatisfiable. */
interface Frame {
  readonly key: string;
  provisional: Map<string, Outcome> | undefined;
}

/**
 * Proofs that later searches reuse: keys of goals without a value, and of pairs without a common value.
 *
 * Found values are not kept: which one is found first depends on the search.
 */
export interface Proofs {
  readonly empty: Set<string>;
  /** Goals that searches left undecided for want of steps. */
  readonly short: Map<string, ShortOf>;
  /** A number for each key of a literal: keys of goals are made of these, since they have many literals. */
  readonly ids: Map<string, number>;
}

/** What is known about a goal that was not decided within a budget. */
interface ShortOf {
  /** The most steps that did not suffice. */
  readonly steps: number;
  readonly times: number;
}

/** Number of searches that a goal may exhaust; later ones skip it unless they have more steps. */
const worthTrying = 2;

const proofLimit = 200_000;
const formulaLimit = 20_000;

/** The formula of a literal, and the steps charged for traversing and computing it. */
interface Expanded {
  readonly formula: Formula;
  readonly cost: number;
  readonly compared: number;
}

const formulasByScope = new WeakMap<Scope, Map<string, Expanded>>();

/** Returns the cache of formulas, kept as long as their document: successive searches use the same ones. */
function formulasOf(scope: Scope): Map<string, Expanded> {
  let formulas = formulasByScope.get(scope);
  if (!formulas) formulasByScope.set(scope, (formulas = new Map<string, Expanded>()));
  return formulas;
}

/** Returns the number of parts of a formula. */
function breadth(formula: Formula): number {
  if (formula.is === "properties") return formula.layer.properties.size;
  if (formula.is === "items") return formula.layer.prefix.length;
  if (formula.is !== "all" && formula.is !== "any") return 1;
  return formula.of.reduce((sum, one) => sum + breadth(one), 1);
}

/** Base-2 logarithm of the number of parts that one step traverses. */
const looking = 5;
/** Steps charged for comparing two branches of a union whose result is cached. */
const comparing = 0.25;

/** The solver of one search. */
export class Solver implements Goals, Disjointness {
  readonly keepsPromises: boolean;
  /** True if a closed side was open somewhere only by an explicit promise. */
  metPromise = false;
  /** Number of steps taken. */
  spent = 0;
  readonly #budget: number;
  /** Steps that a skipped goal is known to need; 0 if none was skipped. */
  #lacking = 0;
  #frames: Frame[] = [];
  #depth = 0;
  /** Number of pairs of branches compared. */
  #compared = 0;
  readonly #proofs: Proofs;
  readonly #settled = new Map<string, Outcome>();
  readonly #disjoint = new Map<string, boolean>();
  readonly #joint = new Map<string, readonly Literal[]>();
  readonly #expand = (literal: Literal, type: JsonType): Formula => {
    const formulas = formulasOf(literal.node.scope);
    const key = `${type} ${keyOf(literal)}`;
    let known = formulas.get(key);
    if (!known) {
      const before = this.#compared;
      const formula = expand(literal, type, this);
      if (formulas.size >= formulaLimit) formulas.clear();
      known = { formula, cost: breadth(formula) >> looking, compared: this.#compared - before };
      formulas.set(key, known);
    } else this.spend(known.compared * comparing);
    // Charged even for cached results: the cost of a search must not depend on earlier searches.
    this.spend(known.cost);
    return known.formula;
  };

  constructor(budget: number, keepsPromises: boolean, proofs: Proofs) {
    this.#budget = budget;
    this.#proofs = proofs;
    this.keepsPromises = keepsPromises;
  }

  spend(steps = 1): void {
    this.spent += steps;
    if (this.isShort) throw new Unsearchable({ reason: searchSpent });
  }

  /** True if more steps might have decided more. */
  get isShort(): boolean {
    return this.#lacking > 0 || this.spent > this.#budget;
  }

  goal(literals: readonly Literal[], type?: JsonType): Outcome {
    const unique = this.#distinct(literals);
    const goals = [...unique.values()];
    const rejected = new Set(goals.filter(({ sign }) => !sign).map(({ node }) => node.key));
    if (goals.some(({ node, sign, namesOnly }) => sign && !namesOnly && rejected.has(node.key)))
      return independent;
    const key = `${type ?? ""} ${numbersOf(this.#proofs.ids, unique.keys())}`;
    return this.#remembered(key) ?? this.#settle(key, goals, type ? [type] : valueTypes);
  }

  /** Returns the literals by key; those that only make names known become one for each side. */
  #distinct(literals: readonly Literal[]): Map<string, Literal> {
    const unique = new Map<string, Literal>();
    const names: string[] = [];
    for (const one of literals) {
      if (one.namesOnly === "later") continue;
      const key = keyOf(one);
      if (one.namesOnly && !unique.has(key)) names.push(key);
      unique.set(key, one);
    }
    if (names.length === 0) return unique;
    const closed = [...unique].filter(([, { group, namesOnly }]) => group > 0 && !namesOnly);
    const all = numbersOf(this.#proofs.ids, [...names, ...closed.map(([key]) => key)]);
    let joint = this.#joint.get(all);
    if (!joint) {
      joint = jointNames(
        names.map((key) => unique.get(key)!),
        closed.map(([, one]) => one),
      );
      this.#joint.set(all, joint);
    }
    for (const key of names) unique.delete(key);
    for (const one of joint) unique.set(keyOf(one), one);
    return unique;
  }

  /** True if no value of `type` is accepted by both nodes, as far as that can be proved. */
  isDisjoint(a: SchemaNode, b: SchemaNode, type: JsonType): boolean {
    this.#compared += 1;
    this.spend(comparing);
    const key = `${type} ${[a.key, b.key].sort().join(" ")}`;
    const known = this.#disjoint.get(key);
    if (known !== undefined) return known;
    this.#disjoint.set(key, false);
    // Decided independently of the goals that are open now: nothing may depend on them.
    const frames = this.#frames;
    this.#frames = [];
    try {
      const outcome = this.goal([accepting(a, 0), accepting(b, 0)], type);
      this.#disjoint.set(key, outcome.is === "none");
      return outcome.is === "none";
    } finally {
      this.#frames = frames;
    }
  }

  #remembered(key: string): Outcome | undefined {
    if (this.#proofs.empty.has(this.#mark(key))) return independent;
    const settled = this.#settled.get(key);
    if (settled) return settled;
    const open = this.#frames.findIndex((frame) => frame.key === key);
    if (open >= 0) return { is: "none", low: open };
    for (const frame of this.#frames) {
      const provisional = frame.provisional?.get(key);
      if (provisional) return provisional;
    }
    return undefined;
  }

  /** Adds to a key whether promises count: proofs depend on it. */
  #mark(key: string): string {
    return this.keepsPromises ? key : `!${key}`;
  }

  #store(key: string, outcome: Outcome): void {
    if (outcome.is !== "none") this.#settled.set(key, outcome);
    else if (this.#proofs.empty.size < proofLimit) this.#proofs.empty.add(this.#mark(key));
    else this.#settled.set(key, outcome);
  }

  #settle(key: string, literals: readonly Literal[], types: readonly JsonType[]): Outcome {
    this.#skipIfLarge(key);
    this.spend();
    const before = this.spent;
    if (this.#depth >= depthLimit) return undecided({ reason: "values nest too deeply" });
    const depth = this.#frames.push({ key, provisional: undefined }) - 1;
    this.#depth += 1;
    try {
      const outcome = asSent(literals, this.#byType(literals, types));
      return this.#keep(key, outcome, depth);
    } catch (error) {
      this.#noteShort(key, this.spent - before + this.#lacking);
      throw error;
    } finally {
      this.#depth -= 1;
      this.#frames.length = depth;
    }
  }

  /** Gives up on a goal that took more steps than are left, so that those are left for other questions. */
  #skipIfLarge(key: string): void {
    const known = this.#proofs.short.get(this.#mark(key));
    if (known && known.times >= worthTrying && this.#budget - this.spent <= known.steps)
      this.#lacking = known.steps;
  }

  #noteShort(key: string, steps: number): void {
    const { short } = this.#proofs;
    if (!this.isShort || short.size >= proofLimit) return;
    const known = short.get(this.#mark(key));
    const most = Math.max(steps, known?.steps ?? 0);
    short.set(this.#mark(key), { steps: most, times: (known?.times ?? 0) + 1 });
  }

  #byType(literals: readonly Literal[], types: readonly JsonType[]): Outcome {
    const alternatives = new Alternatives();
    for (const type of types) {
      const start = new ClauseState(type, this.#expand);
      const state = start.assume(all(literals.map(literal)));
      if (state) this.spend(state.size >> looking);
      const settled = state && alternatives.add(decideCases(state, this));
      if (settled) return settled;
    }
    return alternatives.sum();
  }

  /** Keeps a result that depends on open goals with the outermost of them until that goal is decided. */
  #keep(key: string, outcome: Outcome, depth: number): Outcome {
    const { provisional } = this.#frames[depth]!;
    const low = outcome.is === "found" ? alone : outcome.low;
    if (low >= depth) {
      const settled = freed(outcome);
      this.#store(key, settled);
      // Results that assumed this goal to be unsatisfiable are right if it is.
      if (outcome.is === "none")
        for (const [inner, kept] of provisional ?? []) this.#store(inner, freed(kept));
      return settled;
    }
    const holder = (this.#frames[low]!.provisional ??= new Map());
    holder.set(key, outcome);
    for (const [inner, kept] of provisional ?? []) holder.set(inner, lower(kept, low));
    return outcome;
  }
}

/**
 * Assumes that text a sender must match and no schema rejects is sent: for an unreadable pattern, only its
 * form is unknown. So one foreign pattern does not make the parts beside it undecided.
 */
function asSent(literals: readonly Literal[], outcome: Outcome): Outcome {
  // The doubt about such a text is already recorded further inside.
  if (outcome.is !== "undecided" || outcome.doubt.opaque === undefined || outcome.doubt.recipe !== undefined)
    return outcome;
  const { opaque, ...plain } = outcome.doubt;
  if (!isOneSenders(literals)) return { ...outcome, doubt: plain };
  const recipe = `a text that ${opaque} matches`;
  const doubt = { ...outcome.doubt, reason: `no value is known for ${recipe}`, recipe };
  return { ...outcome, doubt, instance: `…(${opaque})` };
}

/**
 * True if the schemas come from one sender. Two schemas with nothing in common would have no matching text;
 * one schema, or all of one sender, are assumed to have one.
 */
function isOneSenders(literals: readonly Literal[]): boolean {
  if (!literals.every(({ sign }) => sign)) return false;
  const constraining = literals.filter(
    ({ node: { schema } }) => schema !== true && Object.keys(schema).length > 0,
  );
  const sender = constraining.find(({ group }) => group > 0)?.group;
  const said = new Set(constraining.filter(({ group }) => group === sender).map(({ node }) => node.key));
  return constraining.length === 1 || constraining.every(({ node }) => said.has(node.key));
}

const freed = (outcome: Outcome): Outcome => (outcome.is === "found" ? outcome : { ...outcome, low: alone });
const lower = (outcome: Outcome, low: number): Outcome =>
  outcome.is === "found" ? outcome : { ...outcome, low: Math.min(low, outcome.low) };
