// Matches a pattern in linear time: for patterns on which the engine's regular expressions would backtrack
// too much. Simulates the automaton with all paths at once, and caches its transitions.

/** A pattern as a nondeterministic automaton: state 0 is the start, 1 the end. */
export interface LinearProgram {
  /** Whether characters are code points; otherwise code units. */
  readonly unicode: boolean;
  /** The first character of each range, ascending. */
  readonly bounds: readonly number[];
  /** The class of each range; the pattern never distinguishes characters of one class. */
  readonly classes: readonly number[];
  /** Sets of classes. */
  readonly sets: readonly (readonly number[])[];
  /** Conditions on the character after or before a position: whether it is in a set. */
  readonly looks: readonly (readonly [isAhead: boolean, isNegated: boolean, set: number])[];
  /** By state: the states reachable without a character, with the condition for it. */
  readonly empty: readonly (readonly (readonly [to: number, look?: number])[])[];
  /** By state: the transitions for the characters of a set. */
  readonly steps: readonly (readonly (readonly [set: number, to: number])[])[];
}

/** A set of states at one position, with the class of the character before it. */
interface Ways {
  readonly states: readonly number[];
  readonly before: number;
  /** Cached transitions by class; the last is for the end of the text. */
  readonly next: (Ways | boolean | undefined)[];
}

/**
 * Maximum number of cached state sets; beyond it the cache is cleared, which bounds the memory for any text.
 */
const kept = 2000;

/** Matches texts against one pattern. */
export class LinearMatcher {
  readonly #program: LinearProgram;
  readonly #isIn: readonly (readonly boolean[])[];
  /** The class of the end of the text. */
  readonly #end: number;
  #known = new Map<string, Ways>();

  constructor(program: LinearProgram) {
    this.#program = program;
    this.#end = program.classes.reduce((most, kind) => Math.max(most, kind), 0) + 1;
    this.#isIn = program.sets.map((set) =>
      Array.from({ length: this.#end }, (_, kind) => set.includes(kind)),
    );
  }

  /** Whether a text contains a match. */
  test(text: string): boolean {
    const { unicode, bounds, classes } = this.#program;
    let ways = this.#waysOf([0], -1);
    for (let at = 0; at < text.length; at += 1) {
      let character = text.charCodeAt(at);
      if (unicode && (character & 0xfc00) === 0xd800) {
        character = text.codePointAt(at) ?? character;
        if (character > 0xffff) at += 1;
      }
      const kind = classes[rangeOf(bounds, character)] ?? 0;
      const next = ways.next[kind] ?? this.#read(ways, kind);
      if (typeof next === "boolean") return next;
      ways = next;
    }
    const last = ways.next[this.#end] ?? this.#read(ways, this.#end);
    return last === true;
  }

  /** Returns the state set after a character of a class; true if a match ended before it. */
  #read(ways: Ways, kind: number): Ways | boolean {
    const settled = this.#settle(ways, kind);
    let result: Ways | boolean = settled.has(1);
    if (!result && kind < this.#end) {
      const states = new Set([0]);
      for (const state of settled)
        for (const [set, to] of this.#program.steps[state] ?? [])
          if (this.#isIn[set]?.[kind] === true) states.add(to);
      result = this.#waysOf(
        [...states].sort((a, b) => a - b),
        kind,
      );
    }
    ways.next[kind] = result;
    return result;
  }

  /** Returns all states reachable without a character. */
  #settle({ states, before }: Ways, kind: number): Set<number> {
    const found = new Set(states);
    for (const state of found)
      for (const [to, look] of this.#program.empty[state] ?? [])
        if (look === undefined || this.#holds(look, before, kind)) found.add(to);
    return found;
  }

  #holds(index: number, before: number, kind: number): boolean {
    const [isAhead = false, isNegated = false, set = 0] = this.#program.looks[index] ?? [];
    return (this.#isIn[set]?.[isAhead ? kind : before] === true) !== isNegated;
  }

  #waysOf(states: readonly number[], before: number): Ways {
    // Only conditions depend on the preceding character.
    const last = this.#program.looks.length === 0 ? 0 : before;
    const key = `${last}:${states.join()}`;
    let ways = this.#known.get(key);
    if (ways === undefined) {
      if (this.#known.size >= kept) this.#known = new Map();
      this.#known.set(key, (ways = { states, before: last, next: [] }));
    }
    return ways;
  }
}

function rangeOf(bounds: readonly number[], character: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] ?? 0) <= character) low = middle;
    else high = middle - 1;
  }
  return low;
}
