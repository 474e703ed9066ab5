// What the searches for the test values of one run share: when they must end, what they may cost, and what
// they found.
import type { Json } from "../../document/document.ts";
import { Budget } from "../../containment/budget.ts";
import type { Reading, SchemaPart } from "../../containment/schema-part.ts";
import { search, type SearchResult, type Side } from "../../containment/search.ts";
import { searchSpent } from "../../containment/unsupported.ts";
import type { Constraint } from "./constraint.ts";
import { Remembered } from "./remembered.ts";

/** A slot and its schema. */
export interface TrialPart {
  readonly reading: Reading;
  readonly part: SchemaPart;
  /** Schema of the values that can be sent in the slot. */
  readonly sendable: Json | undefined;
  readonly searching: Searching;
  /** Budget of all searches of the slot, from `slotBudget`. */
  readonly budget: Budget;
}

/** A value, and what it tests. */
export interface Trial {
  readonly value: Json;
  /** Description: `257 characters`. */
  readonly what: string;
  /** Whether the document accepts the value. */
  readonly isValid: boolean;
  /** The constraint that it tests: the value is at its boundary, or violates only this one. */
  readonly constraint: Constraint | undefined;
}

/**
 * Values in the order in which they are found; undefined is a search without a value, where a reader may
 * pause.
 */
export type Trials = Iterable<Trial | undefined>;

/** A constraint has two sides: a valid value at its boundary, and an invalid one beyond it. */
export type ConstraintSide = "valid" | "invalid";

/** Budget of one search, in steps of the solver. */
const stepsEach = 30_000;
/** Budget of all searches of one slot: about ten seconds. A body with 88 constraints took a quarter of it. */
const stepsOfSlot = 2_000_000;

export function slotBudget(steps = stepsOfSlot): Budget {
  return new Budget(Math.min(steps, stepsEach), steps);
}

/** Why nothing is searched after the end of a run. */
const runEnded = "the run ended before";
/** Why nothing is searched after the budget of a slot is spent. */
const slotSpent = "the searches for values of its schema spent their budget";

const unfinished: ReadonlySet<string> = new Set([runEnded, slotSpent, searchSpent]);

/** Returns whether a search ended early: such a value may exist. */
export function isUnfinished(found: SearchResult): found is SearchResult & { readonly kind: "undecided" } {
  return found.kind === "undecided" && unfinished.has(found.reason);
}

/** The searches of one run. */
export class Searching {
  readonly #isOver: () => boolean;
  readonly #found = new WeakMap<Constraint, Map<string, Remembered<Trial | undefined>>>();
  readonly #skipped = new WeakMap<Constraint, Map<ConstraintSide, string>>();

  /** @param isOver  whether the run must end: nothing is searched any more */
  constructor(isOver: () => boolean) {
    this.#isOver = isOver;
  }

  /** Searches for a value of a slot that all of `accepts` accept and all of `rejects` reject. */
  look(at: TrialPart, accepts: readonly Json[], rejects: readonly Json[]): SearchResult {
    if (this.#isOver()) return { kind: "undecided", reason: runEnded };
    const { reading, sendable, budget } = at;
    if (budget.isSpent) return { kind: "undecided", reason: slotSpent };
    const side = (schema: Json): Side => ({ ...reading, closed: false, schema });
    const limits: Side[] =
      sendable === undefined ? [] : [{ root: {}, schema: sendable, view: "none", closed: false }];
    return search({ accepts: [...accepts.map(side), ...limits], rejects: rejects.map(side), budget });
  }

  /** Caches the values of a slot: many operations share parameters, which are searched once. */
  remembered(at: TrialPart, constraint: Constraint, side: ConstraintSide, find: () => Trials): Trials {
    const lists = this.#found.get(constraint) ?? new Map<string, Remembered<Trial | undefined>>();
    this.#found.set(constraint, lists);
    const key = `${side} ${JSON.stringify(at.sendable)}`;
    const list = lists.get(key) ?? new Remembered(find());
    lists.set(key, list);
    return list;
  }

  /** Records why a side of a constraint has no value, if its search ended early; the first reason is kept. */
  noteUnfinished(constraint: Constraint, side: ConstraintSide, found: SearchResult): void {
    if (!isUnfinished(found)) return;
    const sides = this.#skipped.get(constraint) ?? new Map<ConstraintSide, string>();
    if (!sides.has(side)) sides.set(side, found.reason);
    this.#skipped.set(constraint, sides);
  }

  /** Returns why a search for values of a side ended early; undefined if none did. */
  whyUnfinished(constraint: Constraint, side: ConstraintSide): string | undefined {
    return this.#skipped.get(constraint)?.get(side);
  }
}
