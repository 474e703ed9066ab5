// Builds a word of any length by repeating one letter where an automaton stays in one state.
import { type Automaton, classOf } from "../schema/patterns/automaton.ts";
import { tooLarge } from "./unsupported.ts";
import { found, independent, type Outcome, undecided } from "./outcome.ts";
import { words } from "./words.ts";

/** The parts of a word: `before`, `letter` as often as needed, `after`. */
interface LongWord {
  readonly before: string;
  readonly letter: string;
  readonly after: string;
}

const allLetters = Array.from("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -_./");
/** Maximum number of short words searched for a repeatable letter. */
const mostTries = 40;

/**
 * Returns a word of `length` code points, which is more than the automaton has states; above `limit` only its
 * recipe. Undefined if no short word has a repeatable letter.
 */
export function longWord(automaton: Automaton, length: number, limit: number): Outcome | undefined {
  if (hasLongest(automaton)) return independent;
  const word = wordWithLoop(automaton);
  if (word === undefined) return undefined;
  const { before, letter, after } = word;
  const count = length - Array.from(before + after).length;
  if (length <= limit) return found(before + letter.repeat(count) + after);
  const [first, last] = [before, after].map((part) => (part === "" ? [] : [JSON.stringify(part)]));
  const recipe = [...(first ?? []), `"${letter}" × ${count}`, ...(last ?? [])].join(" + ");
  return undecided(tooLarge(recipe), `${before}${letter.repeat(4)}…(${length})${after}`);
}

/**
 * True if no word is as long as the automaton has states: some part of a longer word could be repeated
 * without end.
 */
function hasLongest(automaton: Automaton): boolean {
  const size = automaton.moves.length;
  return words(automaton, size, 2 * size).next().done === true;
}

function wordWithLoop(automaton: Automaton): LongWord | undefined {
  let tried = 0;
  for (const word of words(automaton, 0, Infinity)) {
    const letters = Array.from(word);
    let state = 0;
    for (let at = 0; at <= letters.length; at += 1) {
      const letter = allLetters.find((one) => step(automaton, state, one) === state);
      if (letter !== undefined)
        return { before: letters.slice(0, at).join(""), letter, after: letters.slice(at).join("") };
      state = step(automaton, state, letters[at] ?? "");
    }
    tried += 1;
    if (tried >= mostTries) return undefined;
  }
  return undefined;
}

function step({ moves, bounds }: Automaton, state: number, letter: string): number {
  return moves[state]![classOf(bounds, letter.codePointAt(0) ?? 0)]!;
}
