// Finds values that differ from one another, for `uniqueItems`.
import type { Json } from "../document/document.ts";
import { otherThan } from "./expand-value.ts";
import type { JsonType, Literal } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { alone, type Outcome } from "./outcome.ts";
import { canonical } from "./structural-key.ts";

/** Distinct values that satisfy the same goal; `end` is the outcome that ended the list early. */
export interface Several {
  readonly values: readonly Json[];
  readonly end: Outcome | undefined;
}

/** Returns up to `count` distinct values that satisfy `literals`. */
export function several(goals: Goals, literals: readonly Literal[], count: number, type?: JsonType): Several {
  const values: Json[] = [];
  const others: Literal[] = [];
  while (values.length < count) {
    goals.spend();
    const outcome = goals.goal([...literals, ...others], type);
    if (outcome.is !== "found") return { values, end: outcome };
    values.push(outcome.instance);
    others.push(otherThan(outcome.instance));
  }
  return { values, end: undefined };
}

/** Chooses one value for each of `places`, all different; the `instance` of the outcome is their list. */
export function allDifferent(goals: Goals, places: readonly (readonly Literal[])[]): Outcome {
  const choices = places.map((literals) => several(goals, literals, places.length));
  const holders = new Map<string, number>();
  const chosen = new Map<number, Json>();
  const place = (at: number, tried: Set<string>): boolean => {
    goals.spend();
    for (const value of choices[at]!.values) {
      const key = canonical(value);
      if (tried.has(key)) continue;
      tried.add(key);
      const holder = holders.get(key);
      if (holder !== undefined && !place(holder, tried)) continue;
      holders.set(key, at);
      chosen.set(at, value);
      return true;
    }
    return false;
  };
  if (places.every((_, at) => place(at, new Set()))) {
    return { is: "found", instance: places.map((_, at) => chosen.get(at)!) };
  }
  const ends = choices.map(({ end }) => end).filter((end) => end !== undefined);
  const doubtful = ends.find((end) => end.is === "undecided");
  const low = ends.reduce((least, end) => (end.is === "found" ? least : Math.min(least, end.low)), alone);
  return doubtful ? { ...doubtful, low } : { is: "none", low };
}
