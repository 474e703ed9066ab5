// Selects the header fields that a proxy forwards: all but the hop-by-hop fields (RFC 9110, section 7.6.1).

const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * A field that `Connection` cannot exclude: it delimits the body, and the recipient would read a body without
 * it as the next request. (RFC 9110, section 7.6.1: options do not correspond to fields for all recipients of
 * the content.)
 */
const framing = "content-length";

/** Returns pairs of name and value, in the order and case of the message. */
export function headerPairs(raw: readonly string[]): [name: string, value: string][] {
  return Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at]!, raw[2 * at + 1]!]);
}

/** Returns the end-to-end fields; `dropped` lists further fields to exclude, in lower case. */
export function endToEnd(
  pairs: readonly (readonly [name: string, value: string])[],
  dropped: readonly string[] = [],
): [name: string, value: string][] {
  const named = pairs
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(",").map((option) => option.trim().toLowerCase()))
    .filter((name) => name !== framing);
  const gone = new Set([...hopByHop, ...named, ...dropped]);
  return pairs.filter(([name]) => !gone.has(name.toLowerCase())).map(([name, value]) => [name, value]);
}
