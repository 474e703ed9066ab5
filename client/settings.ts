// The numbers of the runtime that no document gives.

export const settings = {
  /** Milliseconds for a call in all: its attempts, the waits between them, and the answer's body. */
  timeout: 60_000,
  maxAttempts: 3,
  /** Milliseconds: what the first pause between attempts is drawn from, doubled each time up to `longest`. */
  backoff: { first: 500, longest: 8_000 },
  /** Milliseconds between looks at a running operation, doubled each time up to `longest`. */
  poll: { first: 250, longest: 5_000 },
  /** Milliseconds that `wait()` has in all. */
  waitTimeout: 600_000,
} as const;

/** The longest delay that timers take; a longer one would fire at once. */
export const longestTimer = 2 ** 31 - 1;
