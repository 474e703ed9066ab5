// Which header fields go on: all but those that are between two neighbours (RFC 9110, section 7.6.1).

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
 * What `Connection` cannot name: it says where a body ends, and a body without it would be the next request to whoever gets it.
 * (RFC 9110, section 7.6.1: options do not correspond to fields for all recipients of the content.)
 */
const framing = "content-length";

/** Pairs of name and value, in order and as they were written. */
export function headerPairs(raw: readonly string[]): [name: string, value: string][] {
  return Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at]!, raw[2 * at + 1]!]);
}

/** Those that go on; `dropped` names more that do not, in lower case. */
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
