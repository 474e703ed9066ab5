// Compiles a pattern to an NFA whose conditions each inspect one character, for a linear-time matcher.
import { type CharSet, type Concatenation, JS, type NoParent } from "refa";
import type { LinearProgram } from "../../runtime/linear-matcher.ts";
import { type Automaton, mergeBounds, TooManyStates } from "./automaton.ts";
import { automatonOf } from "./pattern-automaton.ts";
import { networkOf, type Network, NotRegular } from "./pattern-network.ts";
import type { EcmaPattern } from "./read-pattern.ts";

/** The alternatives of a pattern or group. */
export type Branches = readonly NoParent<Concatenation>[];

/** Maximum number of states; more would make the emitted code too large and each character too slow. */
const limit = 2000;

/** Maximum size of the table: distinguished characters times the sets that distinguish them. */
const tableLimit = 4_000_000;

/** Maximum number of states of the automata for look-arounds. */
const automatonLimit = 200;

/** Returns the program of a pattern; undefined if it has back-references or needs too many states. */
export function linearProgram(pattern: EcmaPattern): LinearProgram | undefined {
  try {
    const branches = branchesOf(pattern);
    const network = networkOf(branches);
    const isUnicode = pattern.flags === "u";
    const program = network.looks.every((look) => singleSet(look.branches) !== undefined)
      ? programOf(network, isUnicode)
      : programOfAutomaton(automatonOf(branches, { before: true, after: true }, automatonLimit), isUnicode);
    return program.empty.length > limit ? undefined : program;
  } catch (error) {
    if (isLimit(error)) return undefined;
    throw error;
  }
}

/** Returns the syntax tree of a pattern. Throws errors that `isLimit` recognises. */
export function branchesOf({ source, flags }: EcmaPattern): Branches {
  return JS.Parser.fromLiteral({ source, flags }).parse({ backreferences: "throw" }).expression.alternatives;
}

/**
 * Returns true for errors that mean only that a pattern is not regular or too large; refa throws plain errors
 * for that.
 */
export function isLimit(error: unknown): boolean {
  return (
    error instanceof NotRegular ||
    error instanceof TooManyStates ||
    (error instanceof Error && !(error instanceof TypeError))
  );
}

/** Returns the character set of a look-around that inspects one character. */
export function singleSet(branches: Branches): CharSet | undefined {
  const [only, second] = branches;
  const [element, next] = only?.elements ?? [];
  if (second !== undefined || next !== undefined || element?.type !== "CharacterClass") return undefined;
  return element.characters;
}

export function programOf({ empty, steps, looks }: Network, unicode: boolean): LinearProgram {
  const lookSets = looks.flatMap(({ branches }) => singleSet(branches) ?? []);
  const sets = new SetTable([...steps.flat().map(({ characters }) => characters), ...lookSets]);
  const conditions: [boolean, boolean, number][] = [];
  const emptySteps = empty.map((ways) =>
    ways.map(({ to, look }): [number, number?] => {
      const characters = look === undefined ? undefined : singleSet(looks[look.index]?.branches ?? []);
      if (look === undefined || characters === undefined) return [to];
      return [to, conditions.push([look.kind === "ahead", look.negate, sets.indexOf(characters)]) - 1];
    }),
  );
  return {
    unicode,
    bounds: sets.bounds,
    classes: sets.classes,
    sets: sets.sets,
    looks: conditions,
    empty: emptySteps,
    steps: steps.map((ways) =>
      ways.map(({ characters, to }): [number, number] => [sets.indexOf(characters), to]),
    ),
  };
}

/** Numbers character sets, and the classes that they consist of. */
class SetTable {
  readonly bounds: readonly number[];
  readonly classes: readonly number[];
  readonly sets: readonly number[][];
  readonly #numbers = new Map<CharSet, number>();

  constructor(all: readonly CharSet[]) {
    const bounds = mergeBounds(all.map(({ ranges }) => ranges.flatMap(({ min, max }) => [min, max + 1])));
    this.bounds = bounds.filter((bound) => bound <= 0x10ffff);
    const byText = new Map<string, CharSet>();
    for (const set of all) byText.set(textOf(set), set);
    if (byText.size * this.bounds.length > tableLimit) throw new TooManyStates();
    const numbers = new Map([...byText.keys()].map((text, number) => [text, number]));
    for (const set of all) this.#numbers.set(set, numbers.get(textOf(set)) ?? 0);
    const members = [...byText.values()].map((set) => this.bounds.map((bound) => set.has(bound)));
    this.classes = numbered(this.bounds.map((_, index) => members.map((of) => Number(of[index])).join("")));
    this.sets = members.map((of) => [...new Set(this.classes.filter((_, index) => of[index]))]);
  }

  indexOf(characters: CharSet): number {
    return this.#numbers.get(characters) ?? 0;
  }
}

function textOf({ ranges }: CharSet): string {
  return ranges.map(({ min, max }) => `${min}-${max}`).join();
}

/** Returns a number for each text; equal texts get equal numbers. */
function numbered(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return texts.map((text) => numbers.get(text) ?? 0);
}

/** Converts a deterministic automaton, which reads the whole text from its start. */
function programOfAutomaton({ bounds, moves, accepts }: Automaton, unicode: boolean): LinearProgram {
  const classes = numbered(bounds.map((_, index) => moves.map((row) => row[index]).join()));
  const sets: number[][] = [[...new Set(classes)]];
  const steps = moves.map((row) => {
    const targets = new Map<number, number[]>();
    for (const kind of new Set(classes)) {
      const to = row[classes.indexOf(kind)] ?? 0;
      targets.set(to, [...(targets.get(to) ?? []), kind]);
    }
    return [...targets].map(([to, kinds]): [number, number] => [sets.push(kinds) - 1, to + 2]);
  });
  // No character before: the start of the text. None after: the end.
  const looks: [boolean, boolean, number][] = [
    [false, true, 0],
    [true, true, 0],
  ];
  return {
    unicode,
    bounds,
    classes,
    sets,
    looks,
    empty: [[[2, 0]], [], ...accepts.map((accepting): [number, number?][] => (accepting ? [[1, 1]] : []))],
    steps: [[], [], ...steps],
  };
}
