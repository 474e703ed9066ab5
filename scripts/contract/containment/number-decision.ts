// Decides whether a number exists that lies in an interval and is a multiple of some steps and not of others.
import type { Json } from "../document/document.ts";
import { isNumeric, type Numeric } from "../document/exact-number.ts";
import type { Unsupported } from "./unsupported.ts";
import type { Atom } from "./formula.ts";
import { found, independent, type Outcome, undecided } from "./outcome.ts";
import {
  ceiling,
  commonStep,
  compare,
  exactNumber,
  floor,
  isMultiple,
  minus,
  numericOf,
  over,
  plus,
  type Rational,
  ratio,
  rationalOf,
  times,
} from "./rational.ts";

interface End {
  readonly value: Rational;
  readonly open: boolean;
}

interface NumberCell {
  readonly lower: End | undefined;
  readonly upper: End | undefined;
  readonly step: Rational | undefined;
  readonly notSteps: readonly Rational[];
  readonly among: readonly Rational[] | undefined;
  /** Keyed by `keyOf`: a list of values may be long. */
  readonly excluded: ReadonlySet<string>;
}

/** Maximum number of candidates tried in an interval with too many members to count. */
const mostTries = 20_000;
/** Maximum number of candidates searched for a double after a number was found that no double represents. */
const triesForDouble = 1200;
const noDecimal: Unsupported = {
  reason: "no number left has a decimal text of reasonable length",
  keyword: "multipleOf",
};

/** Searches for a number that satisfies all `atoms`. */
export function decideNumber(atoms: readonly Atom[]): Outcome {
  const cell = cellOf(atoms);
  const isInside = (value: Rational): boolean => contains(cell, value);
  if (cell.among) return firstExact(cell.among.filter(isInside)) ?? independent;
  if (isCrossed(cell)) return independent;
  const single = cell.lower && cell.upper && compare(cell.lower.value, cell.upper.value) === 0;
  if (single && !isInside(cell.lower.value)) return independent;
  if (cell.notSteps.some((step) => cell.step && isMultiple(cell.step, step))) return independent;
  const candidates = cell.step ? stepped(cell, cell.step) : dense(cell);
  let isComplete = true;
  let hasMember = false;
  let second: Numeric | undefined;
  let tries = 0;
  for (const candidate of candidates) {
    tries += 1;
    if (tries - cell.excluded.size > (second === undefined ? mostTries : triesForDouble)) {
      isComplete = false;
      break;
    }
    if (!isInside(candidate)) continue;
    hasMember = true;
    const number = exactNumber(candidate);
    if (number !== undefined) return found(number);
    second ??= numericOf(candidate);
  }
  if (second !== undefined) return found(second as Json);
  return isComplete && cell.step && !hasMember ? independent : undecided(noDecimal);
}

/** Returns the first value that a double represents exactly. */
function firstExact(values: readonly Rational[]): Outcome | undefined {
  const numbers = values.map(numericOf).filter((number) => number !== undefined);
  const number = numbers.find((one) => typeof one === "number") ?? numbers[0];
  return number === undefined ? undefined : found(number as Json);
}

function cellOf(atoms: readonly Atom[]): NumberCell {
  let [lower, upper, step, among]: [End?, End?, Rational?, Rational[]?] = [];
  const notSteps: Rational[] = [];
  const excluded = new Set<string>();
  for (const atom of atoms) {
    if (atom.is === "bound" && atom.side === "above") lower = tighter(lower, atom, 1);
    else if (atom.is === "bound") upper = tighter(upper, atom, -1);
    else if (atom.is === "multiple" && !atom.holds) notSteps.push(atom.step);
    else if (atom.is === "multiple") step = step ? commonStep(step, atom.step) : atom.step;
    else if (atom.is === "notAmong") for (const one of numbersIn(atom.values)) excluded.add(keyOf(one));
    else if (atom.is === "among") among = both(among, numbersIn(atom.values));
  }
  return { lower, upper, step, notSteps, among, excluded };
}

const numbersIn = (values: readonly unknown[]): Rational[] => values.filter(isNumeric).map(rationalOf);

const keyOf = ({ top, bottom }: Rational): string => `${top}/${bottom}`;

function both(held: readonly Rational[] | undefined, values: Rational[]): Rational[] {
  if (!held) return values;
  const keys = new Set(held.map(keyOf));
  return values.filter((value) => keys.has(keyOf(value)));
}

function tighter(held: End | undefined, { value, open }: End, direction: 1 | -1): End {
  if (!held) return { value, open };
  const order = compare(value, held.value) * direction;
  return order > 0 || (order === 0 && open) ? { value, open } : held;
}

function isCrossed({ lower, upper }: NumberCell): boolean {
  if (!lower || !upper) return false;
  const order = compare(lower.value, upper.value);
  return order > 0 || (order === 0 && (lower.open || upper.open));
}

function contains(cell: NumberCell, value: Rational): boolean {
  const { lower, upper, step, notSteps, excluded } = cell;
  const above = lower ? compare(value, lower.value) : 1;
  const below = upper ? compare(upper.value, value) : 1;
  return (
    (above > 0 || (above === 0 && !lower?.open)) &&
    (below > 0 || (below === 0 && !upper?.open)) &&
    (!step || isMultiple(value, step)) &&
    !notSteps.some((other) => isMultiple(value, other)) &&
    !excluded.has(keyOf(value))
  );
}

/**
 * Yields multiples of `step` from the end nearest to 0 outwards: all of them if both ends are near enough.
 */
function* stepped({ lower, upper }: NumberCell, step: Rational): Generator<Rational> {
  const first = lower && ceiling(over(lower.value, step));
  const last = upper && floor(over(upper.value, step));
  const start = first !== undefined && first > 0n ? first : last !== undefined && last < 0n ? last : 0n;
  const at = (index: bigint): Rational => times(ratio(index), step);
  const isWithin = (index: bigint): boolean =>
    (first === undefined || index >= first) && (last === undefined || index <= last);
  if (isWithin(start)) yield at(start);
  for (let distance = 1n; ; distance += 1n) {
    const near = [start + distance, start - distance].filter(isWithin);
    if (near.length === 0) return;
    yield* near.map(at);
    // Doubles thin out: far from 0 only increasingly round numbers are exact.
    if (distance === 8n) yield* rounder(start).filter(isWithin).map(at);
  }
}

function rounder(start: bigint): bigint[] {
  const powers = Array.from({ length: 200 }, (_, exponent) => 2n ** BigInt(exponent));
  return powers.flatMap((power) => {
    const down = (start / power) * power;
    return [down, down + power, down - power, power, -power];
  });
}

/** Yields numbers of an interval of reals: integers first, then ever finer fractions between its ends. */
function* dense({ lower, upper }: NumberCell): Generator<Rational> {
  const one = ratio(1n);
  const from = lower?.value ?? (upper ? minus(upper.value, ratio(1000n)) : ratio(0n));
  const to = upper?.value ?? plus(from, ratio(1000n));
  yield ratio(0n);
  yield from;
  yield to;
  yield times(from, ratio(2n));
  yield times(to, ratio(2n));
  const whole = ratio(ceiling(from));
  for (let count = 0, value = whole; count < 200 && compare(value, to) <= 0; count += 1) {
    yield value;
    if (count < 3) for (const fraction of [ratio(1n, 2n), ratio(1n, 10n)]) yield plus(value, fraction);
    value = plus(value, one);
  }
  const width = minus(to, from);
  for (const parts of [2n, 4n, 8n, 10n, 100n, 1000n, 7n, 11n, 1024n]) {
    for (let part = 1n; part < parts && part < 300n; part += 1n) {
      const exact = plus(from, times(width, ratio(part, parts)));
      yield rounded(exact, width);
      yield exact;
    }
  }
  yield* powersOfTen();
}

/** Yields powers of ten of either sign: the last resort for an interval where doubles are far apart. */
function* powersOfTen(): Generator<Rational> {
  for (let power = 1n, exponent = 0; exponent <= 308; exponent += 1, power *= 10n) {
    yield ratio(power);
    yield ratio(-power);
  }
}

/** Returns a short decimal near `value`, as fine as the interval is wide. */
function rounded(value: Rational, width: Rational): Rational {
  let scale = 10n;
  while (compare(times(width, ratio(scale)), ratio(100n)) < 0 && scale < 10n ** 330n) scale *= 10n;
  return ratio(floor(times(value, ratio(scale))), scale);
}
