// What one step of the search comes to.
import type { Json } from "../document/document.ts";
import type { Unsupported } from "./unsupported.ts";

/**
 * - `found`: a value.
 * - `none`: there is none, provided that the goals open at depth `low` and deeper have none either.
 * - `undecided`: neither; `instance` is a value that only the doubt keeps from being found.
 */
export type Outcome =
  | { readonly is: "found"; readonly instance: Json }
  | { readonly is: "none"; readonly low: number }
  | { readonly is: "undecided"; readonly doubt: Unsupported; readonly low: number; readonly instance?: Json };

/** `low` of an outcome that rests on no open goal. */
export const alone = Infinity;

/** A proof that there is no value. */
export type None = Outcome & { readonly is: "none" };

/** Proved by itself. */
export const independent: None = { is: "none", low: alone };

/** Found. */
export const found = (instance: Json): Outcome => ({ is: "found", instance });

/** Undecided, with the value that only the doubt keeps from being found. */
export function undecided(doubt: Unsupported, instance?: Json, low = alone): Outcome {
  return { is: "undecided", doubt, low, ...(instance === undefined ? {} : { instance }) };
}

/** Adds up alternatives: one found is enough, one undecided spoils the proof that there is none. */
export class Alternatives {
  #low = alone;
  #doubtful: (Outcome & { is: "undecided" }) | undefined;

  /** Takes in one more alternative; returns it when it settles the matter. */
  add(outcome: Outcome): Outcome | undefined {
    if (outcome.is === "found") return outcome;
    this.#low = Math.min(this.#low, outcome.low);
    if (outcome.is === "undecided" && (!this.#doubtful || wins(outcome, this.#doubtful))) {
      this.#doubtful = outcome;
    }
    return undefined;
  }

  /** A doubt about the alternatives as a whole. */
  doubt(doubt: Unsupported, instance?: Json): void {
    this.add(undecided(doubt, instance));
  }

  /** What they come to when none was found. */
  sum(): Outcome {
    return this.#doubtful ? { ...this.#doubtful, low: this.#low } : { is: "none", low: this.#low };
  }
}

type Doubtful = Outcome & { readonly is: "undecided" };

const wins = (candidate: Doubtful, held: Doubtful): boolean => rank(candidate) > rank(held);

/** What is certain, and only too large, is worth more than what may be. */
const rank = ({ doubt, instance }: Doubtful): number =>
  Number(instance !== undefined) + 2 * Number(doubt.recipe !== undefined);

/** What is in doubt where all of `outcomes` are needed: the gravest doubt among them, with the value if it is whole. */
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
