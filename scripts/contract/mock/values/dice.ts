// What is chosen at random, the same for the same seed and place: mocks answer alike on every machine and in every run.

/** A whole number from 0 to `count` − 1. With the seed 0 it is always 0: the first that the document names. */
export function choose(seed: number, place: string, count: number): number {
  return seed === 0 || count < 2 ? 0 : hash(`${seed} ${place}`) % count;
}

/** FNV-1a over the code units, 32 bits. https://datatracker.ietf.org/doc/html/rfc9923 */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
