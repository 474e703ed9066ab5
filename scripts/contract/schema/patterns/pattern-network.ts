// Converts the syntax tree of a regular expression to an NFA whose empty steps may carry look-around
// conditions.
import type { CharSet, Concatenation, Element, NoParent, Quantifier } from "refa";
import { TooManyStates } from "./automaton.ts";

type Branch = NoParent<Concatenation>;
type Part = NoParent<Element>;

/**
 * A step that consumes no character, and is allowed only if the look-around matches (or, if negated, does
 * not).
 */
export interface EmptyStep {
  readonly to: number;
  readonly look?: { readonly index: number; readonly kind: "ahead" | "behind"; readonly negate: boolean };
}

/** State 0 is the start, state 1 the end. */
export interface Network {
  readonly empty: readonly (readonly EmptyStep[])[];
  readonly steps: readonly (readonly { readonly characters: CharSet; readonly to: number }[])[];
  /** The content of the look-arounds, by the index that steps refer to. */
  readonly looks: readonly { readonly kind: "ahead" | "behind"; readonly branches: readonly Branch[] }[];
}

/** Thrown for patterns that are not regular, such as an unbounded back-reference. */
export class NotRegular extends Error {
  override readonly name = "NotRegular";
}

const stateLimit = 20_000;

/**
 * Builds the NFA of `branches`, one of which must match; unknown elements are skipped if `unknown` is `skip`.
 */
export function networkOf(branches: readonly Branch[], unknown: "skip" | "throw" = "throw"): Network {
  const builder = new NetworkBuilder(unknown === "skip");
  builder.join(builder.alternatives(branches, 0), 1);
  return builder;
}

class NetworkBuilder implements Network {
  readonly empty: EmptyStep[][] = [[], []];
  readonly steps: { characters: CharSet; to: number }[][] = [[], []];
  readonly looks: { kind: "ahead" | "behind"; branches: readonly Branch[] }[] = [];

  readonly #skipsUnknown: boolean;

  constructor(skipsUnknown: boolean) {
    this.#skipsUnknown = skipsUnknown;
  }

  join(from: number, to: number): void {
    this.empty[from]!.push({ to });
  }

  alternatives(branches: readonly Branch[], from: number): number {
    const end = this.#state();
    for (const branch of branches) {
      const start = this.#state();
      this.join(from, start);
      this.join(
        branch.elements.reduce((at, part) => this.#part(part, at), start),
        end,
      );
    }
    return end;
  }

  #state(): number {
    if (this.empty.length >= stateLimit) throw new TooManyStates();
    this.steps.push([]);
    return this.empty.push([]) - 1;
  }

  #part(part: Part, from: number): number {
    switch (part.type) {
      case "CharacterClass": {
        const to = this.#state();
        this.steps[from]!.push({ characters: part.characters, to });
        return to;
      }
      case "Alternation":
        return this.alternatives(part.alternatives, from);
      case "Quantifier":
        return this.#repeated(part, from);
      case "Assertion": {
        const to = this.#state();
        const index = this.looks.push({ kind: part.kind, branches: part.alternatives }) - 1;
        this.empty[from]!.push({ to, look: { index, kind: part.kind, negate: part.negate } });
        return to;
      }
      case "Unknown":
        if (this.#skipsUnknown) return from;
        throw new NotRegular();
    }
  }

  #repeated({ min, max, alternatives }: NoParent<Quantifier>, from: number): number {
    let at = from;
    for (let count = 0; count < min; count += 1) at = this.alternatives(alternatives, at);
    const end = this.#state();
    this.join(at, end);
    if (max === Infinity) this.join(this.alternatives(alternatives, end), end);
    for (let count = min; max !== Infinity && count < max; count += 1) {
      at = this.alternatives(alternatives, at);
      this.join(at, end);
    }
    return end;
  }
}
