// Deterministic automata over Unicode code points: meeting, complementing and minimising them.

/** The greatest code point. */
export const LAST_CODE_POINT = 0x10ffff;

/**
 * A total deterministic automaton; state 0 is the start.
 *
 * Code points are told apart by class only: class `i` runs from `bounds[i]` up to the next bound.
 */
export interface Automaton {
  readonly bounds: readonly number[];
  /** `moves[state][class]` is the next state. */
  readonly moves: readonly (readonly number[])[];
  readonly accepts: readonly boolean[];
}

/** An automaton that must accept, or must refuse. */
export interface Demand {
  readonly automaton: Automaton;
  readonly accept: boolean;
}

/** Thrown when an automaton would outgrow the number of states allowed. */
export class TooManyStates extends Error {
  override readonly name = "TooManyStates";
}

/** The class of `codePoint` among `bounds`. */
export function classOf(bounds: readonly number[], codePoint: number): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bounds[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether the automaton accepts `word`. */
export function accepts(automaton: Automaton, word: string): boolean {
  let state = 0;
  for (const character of word) {
    state = automaton.moves[state]![classOf(automaton.bounds, character.codePointAt(0)!)]!;
  }
  return automaton.accepts[state]!;
}

/** All bounds of all lists, sorted, each once. */
export function mergeBounds(lists: Iterable<readonly number[]>): number[] {
  const all = new Set<number>([0]);
  for (const list of lists) for (const bound of list) all.add(bound);
  return [...all].sort((a, b) => a - b);
}

/** The automaton of the words that satisfy every demand; throws `TooManyStates` past `limit`. */
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

/** For each class of an automaton, a number that those share which all states treat alike. */
function columnsOf({ bounds, moves }: Automaton): readonly number[] {
  return numbered(bounds.map((_, at) => moves.map((row) => row[at]).join()))[0];
}

/** How the states of an automaton come out of one another. */
export interface Exploration<State> {
  readonly bounds: readonly number[];
  readonly start: State;
  readonly limit: number;
  readonly keyOf: (state: State) => string;
  readonly accepts: (state: State) => boolean;
  readonly next: (state: State, at: number) => State;
  /** What every state tells a class from others by; of classes with the same key, one is followed. */
  readonly keyOfClass: (at: number) => string;
}

/** Builds the automaton of everything reachable from `start`, in minimal form. */
export function explore<State>(from: Exploration<State>): Automaton {
  const [kinds, count] = numbered(from.bounds.map((_, at) => from.keyOfClass(at)));
  const speaking = Array.from({ length: count }, (_, kind) => kinds.indexOf(kind));
  const { moves, accepts } = minimised(explored(from, speaking));
  return { bounds: from.bounds, moves: moves.map((row) => kinds.map((kind) => row[kind]!)), accepts };
}

/** What is reachable; `moves` are by the classes at `places` only. */
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

/** Merges the states that no word tells apart; large automata are left as they are. */
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

/** The states from which some word leads to a state that accepts (or refuses). */
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
