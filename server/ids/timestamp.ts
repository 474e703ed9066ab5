// Formats times as in the contract: RFC 3339 in UTC with milliseconds.

/**
 * Size of the cache: a power of two, so that the index of a time is its lowest bits, which is cheap to
 * compute.
 */
const size = 4096;
const moments = new Float64Array(size).fill(Number.NaN);
const texts = Array.from({ length: size }, () => "");

/**
 * Formats a time as `toISOString` does, with a cache: a page shows a hundred times, most of which the
 * previous page showed too. Times that are close together, as those of one page are, have different slots in
 * the cache.
 *
 * @param milliseconds  since the epoch; an integer
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
