// A token bucket an account: how many requests it may send, told in the header fields of the IETF's draft.
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
import { Refusal } from "./refusal.ts";

export interface RateLimitSettings {
  /** Requests a second that an account may go on sending. */
  readonly perSecond: number;
  /** Requests it may send at once. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Buckets that are full say nothing; beyond this many they are forgotten. */
const manyBuckets = 10_000;

/** Counts the requests of every account that this process serves. */
export class RateLimiter {
  private readonly settings: RateLimitSettings;
  private readonly now: () => number;
  private readonly buckets = new Map<string, Bucket>();
  private readonly policy: string;

  /** @param now milliseconds on a clock that never goes back */
  constructor(settings: RateLimitSettings, now: () => number = () => performance.now()) {
    this.settings = settings;
    this.now = now;
    this.policy = `"default";q=${settings.burst};w=${Math.ceil(settings.burst / settings.perSecond)}`;
  }

  /** Takes one request from an account's bucket; returns the header fields to answer with. Throws the 429 when it is empty. */
  take(accountId: string): Record<string, string | number> {
    const bucket = this.fill(accountId);
    if (bucket.tokens < 1) {
      const seconds = Math.ceil((1 - bucket.tokens) / this.settings.perSecond);
      throw new Refusal("tooManyRequests", {
        detail: `This account may send ${this.settings.perSecond} requests a second; wait ${seconds} s.`,
        headers: { "Retry-After": seconds, ...this.fields(bucket) },
      });
    }
    bucket.tokens--;
    return this.fields(bucket);
  }

  private fill(accountId: string): Bucket {
    const at = this.now();
    const { perSecond, burst } = this.settings;
    const bucket = this.buckets.get(accountId);
    if (bucket === undefined) {
      if (this.buckets.size >= manyBuckets) this.forgetFull(at);
      const fresh = { tokens: burst, filledAt: at };
      this.buckets.set(accountId, fresh);
      return fresh;
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = at;
    return bucket;
  }

  private forgetFull(at: number): void {
    const { perSecond, burst } = this.settings;
    for (const [accountId, bucket] of this.buckets) {
      if (bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond >= burst)
        this.buckets.delete(accountId);
    }
  }

  private fields(bucket: Bucket): Record<string, string> {
    const seconds = Math.ceil((this.settings.burst - bucket.tokens) / this.settings.perSecond);
    return {
      RateLimit: `"default";r=${Math.floor(bucket.tokens)};t=${seconds}`,
      "RateLimit-Policy": this.policy,
    };
  }
}
