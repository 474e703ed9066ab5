// Enumerates the words of an automaton, shortest first, preferring printable characters.
import { type Automaton, classOf, lastCodePoint, mergeBounds } from "../schema/patterns/automaton.ts";

const surrogates = [0xd800, 0xe000] as const;
const preferred = Array.from(
  "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/@ !\"#$%&'()*+,;<=>?[\\]^`{|}~",
  (character) => character.codePointAt(0)!,
);
const preferredSet = new Set(preferred);

/** Maximum number of kept cells of the table "remaining steps × state". */
const tableLimit = 20_000_000;

/** Thrown if the requested words are too long for the size of the automaton. */
export class WordsTooLong extends Error {
  override readonly name = "WordsTooLong";
}

/**
 * Yields the words of `automaton` from `shortest` to `longest` code points.
 *
 * No lone surrogates: an exchanged JSON text cannot hold them.
 */
export function* words(automaton: Automaton, shortest: number, longest: number): Generator<string> {
  const table = tableOf(automaton);
  const size = automaton.moves.length;
  // A longer word could be shortened by a loop, so `size` empty lengths in a row are the end.
  for (let length = shortest, empty = 0; length <= longest && empty < size; length += 1) {
    if (!table.reaches(0, length)) empty += 1;
    else {
      empty = 0;
      yield* spell(table, length);
    }
  }
}

/**
 * The most recently used tables: a document repeats its patterns, and one search uses one automaton several
 * times.
 */
const tables = new Map<Automaton, StepTable>();
const tablesKept = 4;

function tableOf(automaton: Automaton): StepTable {
  const table = tables.get(automaton) ?? new StepTable(automaton);
  tables.delete(automaton);
  tables.set(automaton, table);
  const [oldest] = tables.keys();
  if (tables.size > tablesKept && oldest !== undefined) tables.delete(oldest);
  return table;
}

function* spell(table: StepTable, length: number): Generator<string> {
  const open: { state: number; choices: Iterator<[number, number]> }[] = [];
  const word: number[] = [];
  if (length === 0) yield "";
  else open.push({ state: 0, choices: table.choices(0, length - 1) });
  while (open.length > 0) {
    const { choices } = open.at(-1)!;
    const choice = choices.next();
    if (choice.done) {
      open.pop();
      word.pop();
      continue;
    }
    const [codePoint, state] = choice.value;
    word.push(codePoint);
    if (word.length === length) {
      yield word.map((point) => String.fromCodePoint(point)).join("");
      word.pop();
    } else open.push({ state, choices: table.choices(state, length - word.length - 1) });
  }
}

/** For each number of steps, the states from which exactly that many lead to acceptance. */
class StepTable {
  readonly #bounds: readonly number[];
  readonly #moves: readonly (readonly number[])[];
  /**
   * The successors of each state, each once: there are many characters, and most lead to the same few states.
   */
  readonly #next: readonly (readonly number[])[];
  readonly #layers: Uint8Array[];
  readonly #size: number;

  constructor(automaton: Automaton) {
    this.#bounds = mergeBounds([automaton.bounds, surrogates]);
    const classes = this.#bounds.map((bound) => classOf(automaton.bounds, bound));
    this.#moves = automaton.moves.map((row) => classes.map((at) => row[at]!));
    const isSurrogate = this.#bounds.map((bound) => bound === surrogates[0]);
    this.#next = this.#moves.map((row) => [...new Set(row.filter((_, at) => !isSurrogate[at]))]);
    this.#layers = [Uint8Array.from(automaton.accepts, Number)];
    this.#size = automaton.moves.length;
  }

  reaches(state: number, steps: number): boolean {
    if (steps * this.#size > tableLimit) throw new WordsTooLong();
    while (this.#layers.length <= steps) this.#layers.push(this.#before(this.#layers.at(-1)!));
    return this.#layers[steps]![state] === 1;
  }

  /** Yields the possible next characters if `left` steps remain after it, each with the state it leads to. */
  *choices(state: number, left: number): Generator<[number, number]> {
    const row = this.#moves[state]!;
    const usable = row.map((to, at) => this.#bounds[at] !== surrogates[0] && this.reaches(to, left));
    for (const codePoint of preferred) {
      const at = classOf(this.#bounds, codePoint);
      if (usable[at]) yield [codePoint, row[at]!];
    }
    for (const at of this.#unusualOrder()) if (usable[at]) yield* this.#others(at, row[at]!);
  }

  *#others(at: number, to: number): Generator<[number, number]> {
    const end = this.#bounds[at + 1] ?? lastCodePoint + 1;
    for (let codePoint = this.#bounds[at]!; codePoint < end; codePoint += 1) {
      if (!preferredSet.has(codePoint)) yield [codePoint, to];
    }
  }

  /** The order of the remaining characters: letters beyond ASCII before control characters. */
  #unusualOrder(): number[] {
    const places = this.#bounds.map((_, at) => at);
    const beyond = places.filter((at) => this.#bounds[at]! >= 0xa1);
    return [...beyond, ...places.filter((at) => this.#bounds[at]! < 0xa1)];
  }

  #before(after: Uint8Array): Uint8Array {
    const before = new Uint8Array(this.#size);
    for (let state = 0; state < this.#size; state += 1) {
      const next = this.#next[state]!;
      for (let at = 0; at < next.length; at += 1) {
        if (after[next[at]!] !== 1) continue;
        before[state] = 1;
        break;
      }
    }
    return before;
  }
}
