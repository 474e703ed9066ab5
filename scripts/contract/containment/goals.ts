// The interface between the decisions about arrays and objects and the surrounding search: it decides goals
// about their parts.
import { type JsonType, type Literal, whileOpen } from "./formula.ts";
import type { Outcome } from "./outcome.ts";

/** Decides goals, each a set of literals that one value must satisfy. */
export interface Goals {
  /** Searches for a value (of one type, if given) that satisfies all `literals`. */
  goal(literals: readonly Literal[], type?: JsonType): Outcome;
  /**
   * Counts steps of work, 1 by default.
   *
   * @throws if the budget is spent
   */
  spend(steps?: number): void;
  /**
   * Whether closed sides may send names that only an explicit `additionalProperties` or
   * `unevaluatedProperties` allows.
   */
  readonly keepsPromises: boolean;
  /** Set if such a name is met. */
  metPromise: boolean;
}

/** Returns the goals of a state whose branches are still to be chosen. */
export function whileChoosing(goals: Goals): Goals {
  return {
    keepsPromises: goals.keepsPromises,
    goal: (literals, type) => goals.goal(literals.map(whileOpen), type),
    spend: (steps) => goals.spend(steps),
    set metPromise(met: boolean) {
      goals.metPromise = met;
    },
    get metPromise() {
      return goals.metPromise;
    },
  };
}
