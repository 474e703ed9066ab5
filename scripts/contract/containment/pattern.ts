// Reads a `pattern` as a regular language, if it is one.
import { JS, type Concatenation, type NoParent } from "refa";
import { type Automaton, TooManyStates } from "../schema/patterns/automaton.ts";
import { overCodePoints } from "./code-units.ts";
import { automatonOf } from "../schema/patterns/pattern-automaton.ts";
import { networkOf, NotRegular } from "../schema/patterns/pattern-network.ts";
import { matcherOf } from "../schema/patterns/pattern-matcher.ts";
import { regExpOf } from "../schema/patterns/read-pattern.ts";
import { sampleWords } from "./sample-words.ts";

/** One pattern: its test, and its language if that is regular and not too large. */
export interface Pattern {
  readonly source: string;
  /** Undefined if the syntax is not that of ECMA-262. */
  readonly expression: RegExp | undefined;
  readonly automaton: Automaton | undefined;
  /** Words that may match, for a pattern without an automaton. */
  readonly samples: readonly string[];
  /** The lengths that `automaton` leaves out, for `^[…]{m,n}$`: they would need too many states. */
  readonly lengths: { readonly min: number; readonly max: number };
}

type Branches = readonly NoParent<Concatenation>[];

const cacheLimit = 2000;
const sampleCount = 40;
const known = new Map<string, Pattern>();

/** Parses `source`. Never throws. */
export function patternOf(source: string): Pattern {
  let pattern = known.get(source);
  if (!pattern) {
    if (known.size >= cacheLimit) known.clear();
    known.set(source, (pattern = understand(source)));
  }
  return pattern;
}

/**
 * Returns whether `value` matches; undefined if the pattern's dialect is foreign or the test would take too
 * long.
 */
export function matches({ source }: Pattern, value: string): boolean | undefined {
  return matcherOf(source).test(value);
}

function understand(source: string): Pattern {
  const expression = regExpOf(source);
  const unread = {
    source,
    expression,
    automaton: undefined,
    samples: [],
    lengths: { min: 0, max: Infinity },
  };
  if (!expression) return unread;
  try {
    const parser = JS.Parser.fromLiteral(expression);
    const { alternatives } = parser.parse({ backreferences: "throw" }).expression;
    const { branches, lengths } = withoutLengths(alternatives);
    const automaton = automatonOf(branches, { before: true, after: true });
    return { ...unread, lengths, automaton: expression.unicode ? automaton : overCodePoints(automaton) };
  } catch (error) {
    if (error instanceof NotRegular || error instanceof TooManyStates || isParserLimit(error))
      return { ...unread, samples: samplesOf(expression, source) };
    throw error;
  }
}

/**
 * Returns sample words. Back-references are skipped: if their group may be empty, they match the empty text.
 */
function samplesOf(expression: RegExp, source: string): readonly string[] {
  try {
    const parser = JS.Parser.fromLiteral(expression);
    const { alternatives } = parser.parse({ backreferences: "unknown" }).expression;
    return [...sampleWords(networkOf(alternatives, "skip"))]
      .filter((word) => matcherOf(source).test(word) === true)
      .slice(0, sampleCount);
  } catch (error) {
    if (error instanceof TooManyStates || isParserLimit(error)) return [];
    throw error;
  }
}

/**
 * True for the plain errors by which refa reports an unresolvable back-reference or an unsupported set of
 * strings.
 */
const isParserLimit = (error: unknown): boolean => error instanceof Error && !(error instanceof TypeError);

/** Splits `^[…]{m,n}$` into `^[…]*$` and the lengths from m to n. */
function withoutLengths(branches: Branches): { branches: Branches; lengths: Pattern["lengths"] } {
  const whole = { branches, lengths: { min: 0, max: Infinity } };
  const [branch] = branches;
  if (branches.length !== 1 || branch?.elements.length !== 3) return whole;
  const [start, middle, end] = branch.elements;
  if (start?.type !== "Assertion" || end?.type !== "Assertion") return whole;
  const repeated = middle === undefined ? undefined : repetitionOf(middle);
  if (repeated === undefined || !isEdge(start, "behind") || !isEdge(end, "ahead")) return whole;
  const { only, min, max } = repeated;
  if (max < 50 && min < 50) return whole;
  // Without the flag `u` an astral character is two units, so its lengths are not those of the pattern.
  if (
    only.characters.maximum === 0xffff &&
    only.characters.ranges.some(({ min, max }) => min <= 0xdfff && max >= 0xd800)
  )
    return whole;
  const any: Element = {
    type: "Quantifier",
    min: 0,
    max: Infinity,
    lazy: false,
    alternatives: [{ type: "Concatenation", elements: [only] }],
  };
  return {
    branches: [{ ...branch, elements: [start, any, end] }],
    lengths: { min, max },
  };
}

type Element = NoParent<Concatenation>["elements"][number];

/**
 * Returns one repeated class of characters; nested repetitions are merged if they skip no count:
 * `(a{100}){5}`.
 */
function repetitionOf(
  element: Element,
): { only: Element & { type: "CharacterClass" }; min: number; max: number } | undefined {
  if (element.type === "CharacterClass") return { only: element, min: 1, max: 1 };
  if (element.type !== "Quantifier" && element.type !== "Alternation") return undefined;
  const [inside] = element.alternatives;
  const [first] = inside?.elements ?? [];
  if (element.alternatives.length !== 1 || inside?.elements.length !== 1 || first === undefined)
    return undefined;
  const inner = repetitionOf(first);
  if (inner === undefined || element.type === "Alternation") return inner;
  const { min, max } = element;
  // No count is skipped if each repetition, from `min` on, begins no later than one after the end of the
  // previous one.
  const isDense = min === max || inner.max * min + 1 >= inner.min * (min + 1);
  if (!isDense) return undefined;
  return { only: inner.only, min: inner.min * min, max: max === 0 ? 0 : inner.max * max };
}

/** True if an assertion is `^` or `$`: no character at all on that side. */
function isEdge(
  { kind, negate, alternatives }: NoParent<Concatenation>["elements"][number] & { type: "Assertion" },
  side: "ahead" | "behind",
): boolean {
  const [only] = alternatives[0]?.elements ?? [];
  return (
    kind === side &&
    negate &&
    alternatives.length === 1 &&
    only?.type === "CharacterClass" &&
    only.characters.isAll
  );
}
