// Builds the regular expression of the integers in an interval, as wire values write them.

/**
 * Returns a pattern that matches the decimal text of every integer from `least` to `greatest`; undefined
 * means unbounded. No leading zeros, no `-0`.
 */
export function integerPattern(least: bigint | undefined, greatest: bigint | undefined): string {
  const parts = [...naturals(max(0n, least ?? 0n), greatest), ...negatives(least, greatest)];
  return parts.length === 0 ? "^[^\\s\\S]$" : `^(?:${parts.join("|")})$`;
}

function negatives(least: bigint | undefined, greatest: bigint | undefined): string[] {
  const nearest = greatest === undefined || greatest > -1n ? 1n : -greatest;
  return naturals(nearest, least === undefined ? undefined : -least).map((part) => `-${part}`);
}

/** Patterns for an interval of natural numbers, split where the number of digits changes. */
function naturals(least: bigint, greatest: bigint | undefined): string[] {
  if (greatest !== undefined && greatest < least) return [];
  const parts: string[] = [];
  let from = least;
  for (;;) {
    const digits = from.toString().length;
    const longest = 10n ** BigInt(digits) - 1n;
    if (greatest !== undefined && greatest <= longest) {
      return [...parts, ...sameLength(from.toString(), greatest.toString())];
    }
    for (const one of sameLength(from.toString(), longest.toString())) parts.push(one);
    if (greatest === undefined) return [...parts, `[1-9][0-9]{${digits},}`];
    from = longest + 1n;
  }
}

/** Patterns for all digit strings between two of equal length, inclusive. */
function sameLength(least: string, greatest: string): string[] {
  const [low = "", high = ""] = [least[0], greatest[0]];
  if (least.length <= 1) return least.length === 0 ? [""] : [digit(low, high)];
  const [lowRest, highRest] = [least.slice(1), greatest.slice(1)];
  if (low === high) return sameLength(lowRest, highRest).map((rest) => low + rest);
  const [zeros, nines] = ["0".repeat(lowRest.length), "9".repeat(lowRest.length)];
  const parts: string[] = [];
  let [first, last] = [Number(low), Number(high)];
  if (lowRest !== zeros) {
    for (const one of sameLength(lowRest, nines).map((rest) => low + rest)) parts.push(one);
    first += 1;
  }
  if (highRest !== nines) {
    for (const one of sameLength(zeros, highRest).map((rest) => high + rest)) parts.push(one);
    last -= 1;
  }
  if (first <= last) parts.push(`${digit(String(first), String(last))}[0-9]{${lowRest.length}}`);
  return parts;
}

function digit(low: string, high: string): string {
  return low === high ? low : `[${low}-${high}]`;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
