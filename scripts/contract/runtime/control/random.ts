// Seeded random numbers, so that a run with faults can be reproduced.

/**
 * Returns a generator of numbers from 0 to 1, 1 excluded: mulberry32, which has 32 bits of state and is good
 * enough for deciding whether a fault hits.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
