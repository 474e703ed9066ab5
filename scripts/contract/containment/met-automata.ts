// Meets the automata of patterns, and remembers what came of it: a document repeats its few patterns everywhere.
import { type Automaton, type Demand, meet } from "../schema/patterns/automaton.ts";
import type { Goals } from "./goals.ts";

/** A demand with a name that tells it from all others. */
export interface NamedDemand extends Demand {
  readonly name: string;
}

const stateLimit = 6000;
const cacheLimit = 300;
/** Cells of an automaton's table that cost as much as one step of the search. */
const cellsAStep = 2000;

const known = new Map<string, Automaton>();

/** The automaton of what satisfies all `demands`; throws `TooManyStates` when it grows too large. */
export function met(demands: readonly NamedDemand[], goals: Goals): Automaton {
  const key = demands
    .map(({ name }) => name)
    .sort()
    .join("\n");
  let automaton = known.get(key);
  if (!automaton) {
    automaton = meet(demands, stateLimit);
    if (known.size >= cacheLimit) known.clear();
    known.set(key, automaton);
  }
  // Charged whether it was known or not: what a search may spend must not depend on the searches before it.
  goals.spend(1 + (automaton.moves.length * automaton.bounds.length) / cellsAStep);
  return automaton;
}
