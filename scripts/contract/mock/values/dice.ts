// Deterministic random choices by seed and location: mocks respond the same on every machine and in every
// run.

/**
 * Returns an integer from 0 to `count` − 1. Seed 0 always returns 0: the first value that the document
 * declares.
 */
export function choose(seed: number, place: string, count: number): number {
  return seed === 0 || count < 2 ? 0 : hash(`${seed} ${place}`) % count;
}

/** FNV-1a over UTF-16 code units, 32 bits. https://datatracker.ietf.org/doc/html/rfc9923 */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
