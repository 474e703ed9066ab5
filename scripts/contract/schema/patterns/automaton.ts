// Deterministic automata over Unicode code points: intersection, complement and minimisation.

/** The greatest code point. */
export const lastCodePoint = 0x10ffff;

/**
 * A total deterministic automaton; state 0 is the start.
 *
 * Code points are grouped into classes: class `i` ranges from `bounds[i]` up to the next bound.
 */
export interface Automaton {
  readonly bounds: readonly number[];
  /** `moves[state][class]` is the next state. */
  readonly moves: readonly (readonly number[])[];
  readonly accepts: readonly boolean[];
}

/** An automaton that must accept, or must reject. */
export interface Demand {
  readonly automaton: Automaton;
  readonly accept: boolean;
}

/** Thrown if an automaton would exceed the maximum number of states. */
export class TooManyStates extends Error {
  override readonly name = "TooManyStates";
}

/** Returns the class of `codePoint` among `bounds`. */
export function classOf(bounds: readonly number[], codePoint: number): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bounds[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns true if the automaton accepts `word`. */
export function accepts(automaton: Automaton, word: string): boolean {
  let state = 0;
  for (const character of word) {
    state = automaton.moves[state]![classOf(automaton.bounds, character.codePointAt(0)!)]!;
  }
  return automaton.accepts[state]!;
}

/** Returns all bounds of all lists, sorted and without duplicates. */
export function mergeBounds(lists: Iterable<readonly number[]>): number[] {
  const all = new Set<number>([0]);
  for (const list of lists) for (const bound of list) all.add(bound);
  return [...all].sort((a, b) => a - b);
}

/**
 * Returns the automaton of the words that satisfy every demand.
 *
 * @throws TooManyStates if it needs more than `limit` states
 */
export function meet(demands: readonly Demand[], limit: number): Automaton {
  const bounds = mergeBounds(demands.map(({ automaton }) => automaton.bounds));
  const classes = demands.map(({ automaton }) => bounds.map((bound) => classOf(automaton.bounds, bound)));
  const columns = demands.map(({ automaton }) => columnsOf(automaton));
  return explore({
    bounds,
    start: demands.map(() => 0),
    limit,
    keyOf: (states) => states.join(),
    accepts: (states) =>
      states.every((state, index) => demands[index]!.automaton.accepts[state] === demands[index]!.accept),
    next: (states, at) =>
      states.map((state, index) => demands[index]!.automaton.moves[state]![classes[index]![at]!]!),
    keyOfClass: (at) => columns.map((keys, index) => keys[classes[index]![at]!]).join(),
  });
}

/** Returns a number for each class of an automaton; classes that all states treat alike share one. */
function columnsOf({ bounds, moves }: Automaton): readonly number[] {
  return numbered(bounds.map((_, at) => moves.map((row) => row[at]).join()))[0];
}

/** The definition of an automaton by its states and their successors. */
export interface Exploration<State> {
  readonly bounds: readonly number[];
  readonly start: State;
  readonly limit: number;
  readonly keyOf: (state: State) => string;
  readonly accepts: (state: State) => boolean;
  readonly next: (state: State, at: number) => State;
  /**
   * Returns a key of the class; all states treat classes with equal keys alike, so only one of them is
   * followed.
   */
  readonly keyOfClass: (at: number) => string;
}

/** Builds the minimal automaton of all states that are reachable from `start`. */
export function explore<State>(from: Exploration<State>): Automaton {
  const [kinds, count] = numbered(from.bounds.map((_, at) => from.keyOfClass(at)));
  const speaking = Array.from({ length: count }, (_, kind) => kinds.indexOf(kind));
  const { moves, accepts } = minimised(explored(from, speaking));
  return { bounds: from.bounds, moves: moves.map((row) => kinds.map((kind) => row[kind]!)), accepts };
}

/** Returns the reachable states; `moves` are given only for the classes at `places`. */
function explored<State>(from: Exploration<State>, places: readonly number[]): Automaton {
  const states = [from.start];
  const numbers = new Map([[from.keyOf(from.start), 0]]);
  const moves: number[][] = [];
  for (let index = 0; index < states.length; index += 1) {
    const row: number[] = [];
    for (const at of places) {
      const next = from.next(states[index]!, at);
      const key = from.keyOf(next);
      let number = numbers.get(key);
      if (number === undefined) {
        number = states.push(next) - 1;
        if (number >= from.limit) throw new TooManyStates();
        numbers.set(key, number);
      }
      row.push(number);
    }
    moves.push(row);
  }
  return { bounds: from.bounds, moves, accepts: states.map(from.accepts) };
}

/** Merges equivalent states; large automata are returned unchanged. */
function minimised(automaton: Automaton): Automaton {
  const { moves, accepts } = automaton;
  if (moves.length > 1000) return automaton;
  let [blocks, count] = numbered(accepts.map(String));
  for (;;) {
    const [finer, finerCount] = numbered(
      moves.map((row, state) => `${blocks[state]!}:${row.map((to) => blocks[to]).join()}`),
    );
    if (finerCount === count) break;
    [blocks, count] = [finer, finerCount];
  }
  const first = Array.from({ length: count }, (_, block) => blocks.indexOf(block));
  return {
    bounds: automaton.bounds,
    moves: first.map((state) => moves[state]!.map((to) => blocks[to]!)),
    accepts: first.map((state) => accepts[state]!),
  };
}

function numbered(keys: readonly string[]): [number[], number] {
  const numbers = new Map<string, number>();
  for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size);
  return [keys.map((key) => numbers.get(key)!), numbers.size];
}

/** Returns for each state whether some word leads from it to an accepting (or rejecting) state. */
export function leadingTo(automaton: Automaton, accept: boolean): boolean[] {
  const leads = automaton.accepts.map((accepts) => accepts === accept);
  for (let changed = true; changed;) {
    changed = false;
    automaton.moves.forEach((row, state) => {
      if (leads[state] || !row.some((to) => leads[to])) return;
      leads[state] = true;
      changed = true;
    });
  }
  return leads;
}
