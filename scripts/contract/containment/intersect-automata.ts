// Intersects the automata of patterns and caches the results: a document repeats its few patterns everywhere.
import { type Automaton, type Demand, meet } from "../schema/patterns/automaton.ts";
import type { Goals } from "./goals.ts";

/** A demand with a name that is unique to it. */
export interface NamedDemand extends Demand {
  readonly name: string;
}

const stateLimit = 6000;
const cacheLimit = 300;
/** Number of table cells of an automaton that cost one step of the search. */
const cellsAStep = 2000;

const known = new Map<string, Automaton>();

/**
 * Returns the automaton of the words that satisfy all `demands`.
 *
 * @throws `TooManyStates` if it grows too large
 */
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
  // Charged even for cached results: the cost of a search must not depend on earlier searches.
  goals.spend(1 + (automaton.moves.length * automaton.bounds.length) / cellsAStep);
  return automaton;
}
