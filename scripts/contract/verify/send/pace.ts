// Limits the requests per second, and pauses them when the server requests it.
import { setTimeout as sleep } from "node:timers/promises";

/** Options of the limit. */
export interface PaceOptions {
  /** Requests per second. Default: no limit. */
  readonly rate?: number | undefined;
}

/** Grants turns in the order of the requests for them. */
export class Pace {
  readonly #between: number;
  #next = 0;

  constructor({ rate }: PaceOptions) {
    this.#between = rate === undefined ? 0 : 1000 / rate;
  }

  /** Resolves when the next request may be sent; rejects when the run ends. */
  async turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#between;
    if (at > now) await sleep(at - now, undefined, { signal });
  }

  /** Pauses all requests, as the server requested. */
  async rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    const until = performance.now() + milliseconds;
    this.#next = Math.max(this.#next, until);
    await sleep(milliseconds, undefined, { signal });
  }
}
