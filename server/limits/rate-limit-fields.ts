// Header fields of rate limits, as in the IETF's draft, and the 429.
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
import { ApiProblem } from "../problems/api-problem.ts";

/** The limit of each account. */
export interface RateLimitSettings {
  /** Sustained requests per second of an account. */
  readonly perSecond: number;
  /** Capacity of the bucket: requests that it may send at once. */
  readonly burst: number;
}

/** Header fields of a response. */
export type RateLimitFields = Readonly<Record<string, string>>;

/** Formats the state of a rate limit as header fields and errors. */
export class RateLimitSpeaker {
  readonly #settings: RateLimitSettings;
  readonly #policy: string;

  constructor(settings: RateLimitSettings) {
    this.#settings = settings;
    this.#policy = `"default";q=${settings.burst};w=${Math.ceil(settings.burst / settings.perSecond)}`;
  }

  /** @param tokens  remaining tokens, fractions included */
  fields(tokens: number): RateLimitFields {
    const { burst, perSecond } = this.#settings;
    const seconds = Math.ceil((burst - tokens) / perSecond);
    return {
      RateLimit: `"default";r=${Math.floor(tokens)};t=${seconds}`,
      "RateLimit-Policy": this.#policy,
    };
  }

  /** Creates the 429 for an account with less than one token. */
  tooManyRequests(tokens: number): ApiProblem {
    const { perSecond } = this.#settings;
    const seconds = Math.ceil((1 - tokens) / perSecond);
    return new ApiProblem("tooManyRequests", {
      detail: `This account may send ${perSecond} requests a second; wait ${seconds} s.`,
      headers: { "Retry-After": seconds, ...this.fields(tokens) },
    });
  }
}
