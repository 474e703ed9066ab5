// The outcome of one step of the search.
import type { Json } from "../document/document.ts";
import type { Unsupported } from "./unsupported.ts";

/**
 * - `found`: a value.
 * - `none`: there is no value, provided that the goals open at depth `low` and deeper have none either.
 * - `undecided`: neither; `instance` is a value that would have been found without the doubt.
 *
 * @example
 * { is: "found", instance: { size: 1 } }
 * { is: "none", low: Infinity } // a proof without conditions
 * { is: "none", low: 2 } // holds if the goal at depth 2, which is still being searched, has no value
 */
export type Outcome =
  | { readonly is: "found"; readonly instance: Json }
  | { readonly is: "none"; readonly low: number }
  | { readonly is: "undecided"; readonly doubt: Unsupported; readonly low: number; readonly instance?: Json };

/** Value of `low` for an outcome that depends on no goal still being searched. */
export const alone = Infinity;

/** A proof that no value exists. */
export type None = Outcome & { readonly is: "none" };

/** A proof that depends on no open goal. */
export const independent: None = { is: "none", low: alone };

/** The outcome that a value was found. */
export const found = (instance: Json): Outcome => ({ is: "found", instance });

/** The undecided outcome; `instance` is a value that is not found only because of the doubt. */
export function undecided(doubt: Unsupported, instance?: Json, low = alone): Outcome {
  return { is: "undecided", doubt, low, ...(instance === undefined ? {} : { instance }) };
}

/**
 * Combines alternatives: one found value is enough; one undecided alternative prevents the proof that there
 * is no value.
 */
export class Alternatives {
  #low = alone;
  #doubtful: (Outcome & { is: "undecided" }) | undefined;

  /** Adds one more alternative; returns it if it decides the result. */
  add(outcome: Outcome): Outcome | undefined {
    if (outcome.is === "found") return outcome;
    this.#low = Math.min(this.#low, outcome.low);
    if (outcome.is === "undecided" && (!this.#doubtful || wins(outcome, this.#doubtful))) {
      this.#doubtful = outcome;
    }
    return undefined;
  }

  /** Adds a doubt about the alternatives as a whole. */
  doubt(doubt: Unsupported, instance?: Json): void {
    this.add(undecided(doubt, instance));
  }

  /** Returns the combined outcome if none was found. */
  sum(): Outcome {
    return this.#doubtful ? { ...this.#doubtful, low: this.#low } : { is: "none", low: this.#low };
  }
}

type Doubtful = Outcome & { readonly is: "undecided" };

const wins = (candidate: Doubtful, held: Doubtful): boolean => rank(candidate) > rank(held);

/** Ranks doubts: a value that certainly exists and is only too large ranks above a possible value. */
const rank = ({ doubt, instance }: Doubtful): number =>
  Number(instance !== undefined) + 2 * Number(doubt.recipe !== undefined);

/**
 * Combines the doubts of `outcomes`, all of which are needed: the most serious doubt, with the value if it is
 * complete.
 */
export function together(outcomes: readonly Outcome[], instance: Json | undefined): Outcome | undefined {
  const doubtful = outcomes.filter((outcome) => outcome.is === "undecided");
  const grave = doubtful.find(({ doubt }) => doubt.recipe === undefined) ?? doubtful[0];
  if (grave === undefined) return undefined;
  return undecided(
    grave.doubt,
    instance,
    doubtful.reduce((least, { low }) => Math.min(least, low), Infinity),
  );
}
