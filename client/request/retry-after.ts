// Parses `Retry-After` (RFC 9110, section 10.2.3).

/** Returns milliseconds; undefined if the header is missing or is neither an integer nor an HTTP date. */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("Retry-After") ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Relative to the server's own clock if it sends `Date`, because the local one may be wrong.
  const delay = httpDate(text) - (httpDate(headers.get("Date") ?? "") || Date.now());
  return isNaN(delay) ? undefined : Math.max(0, delay);
}

/**
 * Parses all three forms of RFC 9110, section 5.6.7; the oldest has no zone and means UTC. NaN for anything
 * else.
 */
function httpDate(text: string): number {
  return /^[A-Z][a-z]+,? .*:/.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : NaN;
}
