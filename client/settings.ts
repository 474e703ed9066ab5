// Defaults of the runtime that no document specifies.

/** Default values of the options of calls. */
export const settings = {
  /** Milliseconds for a whole call: its attempts, the pauses between them, and the response's body. */
  timeout: 60_000,
  maxAttempts: 3,
  /**
   * Bounds of the pause between attempts in milliseconds: the first bound, doubled each time up to `longest`.
   */
  backoff: { first: 500, longest: 8_000 },
  /** Milliseconds between polls of a running operation, doubled each time up to `longest`. */
  poll: { first: 250, longest: 5_000 },
  /** Total milliseconds of `wait()`. */
  waitTimeout: 600_000,
} as const;

/** The longest delay of timers; longer ones would fire at once. */
export const longestTimer = 2 ** 31 - 1;
