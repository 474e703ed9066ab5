// Decides whether a string exists of given lengths, in and outside of patterns, formats and finite sets.
import { accepts, type Automaton, TooManyStates } from "../schema/patterns/automaton.ts";
import { type Unsupported, unsupportedAt, tooLarge } from "./unsupported.ts";
import type { Atom } from "./formula.ts";
import { hasFormat, stringFormat } from "./formats.ts";
import type { Goals } from "./goals.ts";
import { found, independent, type Outcome, undecided } from "./outcome.ts";
import { longWord } from "./long-word.ts";
import { met, type NamedDemand } from "./intersect-automata.ts";
import { matches, patternOf } from "./pattern.ts";
import { words, WordsTooLong } from "./words.ts";

type PatternAtom = Atom & { readonly is: "pattern" };
type FormatAtom = Atom & { readonly is: "format" };

interface StringCell {
  readonly min: number;
  readonly max: number;
  readonly patterns: readonly PatternAtom[];
  readonly formats: readonly FormatAtom[];
  readonly among: ReadonlySet<string> | undefined;
  readonly excluded: ReadonlySet<string>;
}

/** Maximum number of words tried if only a format or a look-around can decide. */
const mostTries = 400;
/** Maximum length of a witness; with a pattern or format, the maximum is `patternLimit`. */
const lengthLimit = 2_000_000;
const patternLimit = 1_000_000;
/**
 * Length above which, if it also exceeds the states of the automaton, a string repeats a letter where
 * possible.
 */
const longLength = 10_000;

/** Strings of many different languages, tried if the language is unknown. */
const sampleCount = [
  "a",
  "A",
  "0",
  "1",
  "aA1!aA1!",
  "Aa1-Aa1-Aa1",
  "abc",
  "ABC",
  "123",
  " ",
  "a b",
  "é",
  "\n",
  "-",
  "_",
];

/** Searches for a string that satisfies all `atoms`. */
export function decideString(atoms: readonly Atom[], goals: Goals): Outcome {
  const cell = cellOf(atoms);
  if (cell.min > cell.max) return independent;
  const isKnown = known(cell);
  if (cell.among) {
    const member = [...cell.among].find((value) => satisfies(cell, value));
    // A condition that cannot be tested counts as satisfied.
    if (member === undefined) return independent;
    return isKnown ? found(member) : undecided(unknown(cell), member);
  }
  if (contradicts(cell)) return independent;
  const isPlain = cell.patterns.length + cell.formats.length === 0;
  // All excluded strings are shorter.
  if (isPlain && cell.min > lengthLimit)
    return undecided(tooLarge(`"a" × ${cell.min}`), `aaaa…(${cell.min})`);
  if (!isPlain && cell.min > longLength) {
    const long = decideLong(cell, goals);
    if (long !== undefined) return long;
    if (cell.min > patternLimit)
      return undecided({ reason: "the shortest string is too long to write down" });
  }
  try {
    return decideByAutomaton(cell, isKnown, goals);
  } catch (error) {
    if (!(error instanceof TooManyStates) && !(error instanceof WordsTooLong)) throw error;
    return tried(cell, candidates(cell), {
      doubt: blamed(cell, "the pattern grows too large"),
      isKnown,
      isComplete: () => false,
    });
  }
}

/**
 * Searches for a long string in and outside of patterns; undefined if none is found easily, or a format
 * applies.
 */
function decideLong(cell: StringCell, goals: Goals): Outcome | undefined {
  const isExact = cell.patterns.every(({ source }) => patternOf(source).automaton !== undefined);
  if (!isExact || cell.formats.length > 0 || cell.excluded.size > 0) return undefined;
  const demands = cell.patterns.flatMap(({ source, holds }) => demand(source, holds));
  try {
    return longWord(met(demands, goals), cell.min, lengthLimit);
  } catch (error) {
    if (!(error instanceof TooManyStates) && !(error instanceof WordsTooLong)) throw error;
    return undefined;
  }
}

function cellOf(atoms: readonly Atom[]): StringCell {
  let [min, max] = [0, Infinity];
  let among: ReadonlySet<string> | undefined;
  const excluded = new Set<string>();
  for (const atom of atoms) {
    if (atom.is === "size") [min, max] = [Math.max(min, atom.min), Math.min(max, atom.max)];
    else if (atom.is === "notAmong") for (const value of stringsIn(atom.values)) excluded.add(value);
    else if (atom.is === "among") among = common(among, stringsIn(atom.values));
  }
  const patterns = atoms.filter((atom) => atom.is === "pattern");
  const formats = atoms.filter((atom) => atom.is === "format");
  return { min, max, patterns, formats, among, excluded };
}

const common = (held: ReadonlySet<string> | undefined, values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value) => !held || held.has(value)));

const stringsIn = (values: readonly unknown[]): string[] =>
  values.filter((value) => typeof value === "string");

/** True if every pattern can at least be tested on a string. */
const known = ({ patterns }: StringCell): boolean =>
  patterns.every(({ source }) => patternOf(source).expression !== undefined);

function unknown(cell: StringCell): Unsupported {
  const foreign = cell.patterns.find(({ source }) => !patternOf(source).expression);
  return foreign
    ? {
        ...unsupportedAt(foreign.node, "pattern", "the pattern is in a dialect that ECMA-262 does not know"),
        // Of the enumerated texts, perhaps none matches.
        ...(cell.among === undefined && { opaque: foreign.source }),
      }
    : blamed(cell, "there are too many strings to try");
}

/** Returns the doubt for the least understood keyword. */
function blamed(cell: StringCell, reason: string): Unsupported {
  const pattern = cell.patterns.find(({ source }) => !patternOf(source).automaton) ?? cell.patterns[0];
  const [format] = cell.formats;
  if (format && !(pattern && !patternOf(pattern.source).automaton)) {
    return unsupportedAt(
      format.node,
      "format",
      `no string was found in or outside of ${format.name} that fits the rest`,
    );
  }
  return pattern ? unsupportedAt(pattern.node, "pattern", reason) : { reason };
}

function satisfies(cell: StringCell, value: string): boolean {
  const { length } = Array.from(value);
  return (
    length >= cell.min &&
    length <= cell.max &&
    !cell.excluded.has(value) &&
    cell.patterns.every(({ source, holds }) => inLanguage(source, value) !== !holds) &&
    cell.formats.every(({ name, holds }) => hasFormat(name, value) === holds)
  );
}

/** Returns whether `pattern` (without its lengths) matches; undefined if its dialect is foreign. */
function inLanguage(source: string, value: string): boolean | undefined {
  const pattern = patternOf(source);
  return pattern.automaton ? accepts(pattern.automaton, value) : matches(pattern, value);
}

/**
 * True if names alone contradict: a pattern or format that is both required and excluded, or implied by
 * another.
 */
function contradicts({ patterns, formats }: StringCell): boolean {
  const demanded = patterns.filter(({ holds }) => holds).map(({ source }) => source);
  if (patterns.some(({ source, holds }) => !holds && demanded.includes(source))) return true;
  const had = formats
    .filter(({ holds }) => holds)
    .flatMap(({ name }) => [name, ...(stringFormat(name)?.implies ?? [])]);
  return formats.some(({ name, holds }) => !holds && had.includes(name));
}

function decideByAutomaton(cell: StringCell, isKnown: boolean, goals: Goals): Outcome {
  const exact = cell.patterns.every(({ source }) => patternOf(source).automaton !== undefined);
  const demands = cell.patterns.flatMap(({ source, holds }) => demand(source, holds));
  const around = cell.formats.flatMap(({ name, holds }) => {
    const { around: outer, within } = stringFormat(name) ?? {};
    return demand(holds ? outer : within, holds);
  });
  if (demands.length + around.length === 0 && cell.formats.length === 0 && exact) return plain(cell);
  const wide = met([...demands, ...around], goals);
  const limits = [cell.min, cell.max] as const;
  if (words(wide, ...limits).next().done) return independent;
  if (exact && cell.formats.length === 0) {
    for (const word of words(wide, ...limits)) if (!cell.excluded.has(word)) return found(word);
    return independent;
  }
  const narrow = cell.formats.flatMap(({ name, holds }) =>
    holds ? demand(stringFormat(name)?.within, true) : [],
  );
  const inside = (): Automaton => met([...demands, ...around, ...narrow], goals);
  const values = function* (): Generator<string> {
    yield* candidates(cell);
    if (narrow.length > 0) yield* first(words(inside(), ...limits));
    yield* first(words(wide, ...limits));
  };
  return tried(cell, values(), {
    doubt: blamed(cell, "the pattern has look-around or back-references, or is too large to be decided"),
    isKnown,
    // If all words were tried and none matched, there is none.
    isComplete: () => Array.from(first(words(wide, ...limits))).length < mostTries,
  });
}

/** Returns the demand of the pattern `source`, if its language is known. */
function demand(source: string | undefined, accept: boolean): NamedDemand[] {
  const automaton = source === undefined ? undefined : patternOf(source).automaton;
  return automaton ? [{ name: `${accept ? "+" : "-"}${source ?? ""}`, automaton, accept }] : [];
}

/** Returns a string without pattern and format: any characters are allowed. */
function plain(cell: StringCell): Outcome {
  const anything: Automaton = { bounds: [0], moves: [[0]], accepts: [true] };
  if (cell.excluded.size === 0) return found(letters(cell.min));
  for (const word of words(anything, cell.min, cell.max)) if (!cell.excluded.has(word)) return found(word);
  return independent;
}

/** Cached so that a long string is in memory once, however many findings have it. */
const longLetters = new Map<number, string>();

function letters(count: number): string {
  if (count < 10_000) return "a".repeat(count);
  const kept = longLetters.get(count) ?? "a".repeat(count);
  if (longLetters.size >= 8) longLetters.clear();
  longLetters.set(count, kept);
  return kept;
}

function tried(
  cell: StringCell,
  values: Iterable<string>,
  { doubt, isKnown, isComplete }: { doubt: Unsupported; isKnown: boolean; isComplete: () => boolean },
): Outcome {
  for (const value of values) {
    if (satisfies(cell, value)) return isKnown ? found(value) : undecided(unknown(cell), value);
  }
  if (isComplete()) return independent;
  return undecided(isKnown ? doubt : unknown(cell));
}

/** Yields known members and non-members of the formats, and samples, also extended to the required length. */
function* candidates({ formats, patterns, min }: StringCell): Generator<string> {
  const short = [
    ...formats.flatMap(({ name, holds }) => stringFormat(name)?.[holds ? "members" : "strangers"] ?? []),
    "",
    ...sampleCount,
    ...patterns.flatMap(({ source, holds }) => (holds ? patternOf(source).samples : [])),
  ];
  yield* short;
  for (const text of min > 0 ? short.filter(Boolean) : []) {
    const long = text.repeat(Math.ceil(min / text.length));
    yield long;
    yield long.slice(0, min);
  }
  for (const { source, holds } of patterns) if (holds) yield* first(wordsOf(source));
}

function wordsOf(source: string): Iterable<string> {
  const { automaton, lengths } = patternOf(source);
  return automaton && lengths.min < 1000 ? words(automaton, lengths.min, lengths.max) : [];
}

function* first(values: Iterable<string>): Generator<string> {
  let taken = 0;
  for (const value of values) {
    yield value;
    taken += 1;
    if (taken >= mostTries) return;
  }
}
