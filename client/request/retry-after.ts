// How long a server asks to wait (RFC 9110, section 10.2.3).

/** Milliseconds, or undefined where the header is missing or is neither whole seconds nor an HTTP date. */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("Retry-After") ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Measured against the server's own clock when it tells: ours may be wrong.
  const delay = httpDate(text) - (httpDate(headers.get("Date") ?? "") || Date.now());
  return isNaN(delay) ? undefined : Math.max(0, delay);
}

/** All three forms of RFC 9110, section 5.6.7; the oldest names no zone and means UTC. NaN for anything else. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]+,? .*:/.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : NaN;
}
