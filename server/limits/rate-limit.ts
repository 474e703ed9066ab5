// Rate limits with one token bucket per account, in this process's memory.
import { type RateLimitFields, type RateLimitSettings, RateLimitSpeaker } from "./rate-limit-fields.ts";

/** Limits the requests of every account. */
export interface RateLimiter {
  /**
   * Takes one token from an account's bucket. Returns the header fields of the response; a promise only if
   * the shared bucket must be queried. Throws, or rejects with, the 429 if the bucket is empty.
   */
  take(accountId: string): RateLimitFields | Promise<RateLimitFields>;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Full buckets carry no information; they are removed if there are more buckets than this. */
const manyBuckets = 10_000;

/** Limits the requests that this process serves. */
export class LocalRateLimiter implements RateLimiter {
  readonly #settings: RateLimitSettings;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  readonly #speaker: RateLimitSpeaker;

  /** @param now  a monotonic clock, in milliseconds */
  constructor(settings: RateLimitSettings, now: () => number = () => performance.now()) {
    this.#settings = settings;
    this.#now = now;
    this.#speaker = new RateLimitSpeaker(settings);
  }

  take(accountId: string): RateLimitFields {
    const bucket = this.#fill(accountId);
    if (bucket.tokens < 1) throw this.#speaker.tooManyRequests(bucket.tokens);
    bucket.tokens--;
    return this.#speaker.fields(bucket.tokens);
  }

  #fill(accountId: string): Bucket {
    const at = this.#now();
    const { perSecond, burst } = this.#settings;
    const bucket = this.#buckets.get(accountId);
    if (bucket === undefined) {
      if (this.#buckets.size >= manyBuckets) this.#forgetFull(at);
      const fresh = { tokens: burst, filledAt: at };
      this.#buckets.set(accountId, fresh);
      return fresh;
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = at;
    return bucket;
  }

  #forgetFull(at: number): void {
    const { perSecond, burst } = this.#settings;
    for (const [accountId, bucket] of this.#buckets) {
      if (bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond >= burst)
        this.#buckets.delete(accountId);
    }
  }
}
