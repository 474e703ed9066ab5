// Moments as the contract writes them: RFC 3339 in UTC with milliseconds.

/** A power of two: the place of a moment is its last bits, which costs nothing to find. */
const size = 4096;
const moments = new Float64Array(size).fill(Number.NaN);
const texts = Array.from({ length: size }, () => "");

/**
 * `toISOString`, remembered: a page shows a hundred moments, mostly those that the page before it showed. Moments that lie close
 * together, as those of one page do, have places of their own in the table.
 *
 * @param milliseconds whole ones since the epoch
 * @example toTimestamp(0) // "1970-01-01T00:00:00.000Z"
 */
export function toTimestamp(milliseconds: number): string {
  const place = milliseconds & (size - 1);
  if (moments[place] === milliseconds) return texts[place]!;
  const text = new Date(milliseconds).toISOString();
  moments[place] = milliseconds;
  texts[place] = text;
  return text;
}
