// Random numbers that come again with the same seed, so that a run with faults can be repeated.

/** Numbers from 0 to 1, 1 excluded: mulberry32, which passes what a coin toss needs and has 32 bits of state. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
