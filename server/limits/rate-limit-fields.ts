// How a rate limit speaks: the header fields of the IETF's draft, and the 429.
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
import { Refusal } from "../problems/refusal.ts";

export interface RateLimitSettings {
  /** Requests a second that an account may go on sending. */
  readonly perSecond: number;
  /** Requests it may send at once. */
  readonly burst: number;
}

/** Header fields of an answer. */
export type RateLimitFields = Readonly<Record<string, string>>;

/** Says what is left of a limit. */
export class RateLimitSpeaker {
  private readonly settings: RateLimitSettings;
  private readonly policy: string;

  constructor(settings: RateLimitSettings) {
    this.settings = settings;
    this.policy = `"default";q=${settings.burst};w=${Math.ceil(settings.burst / settings.perSecond)}`;
  }

  /** @param tokens what is left, part of a token included */
  fields(tokens: number): RateLimitFields {
    const { burst, perSecond } = this.settings;
    const seconds = Math.ceil((burst - tokens) / perSecond);
    return {
      RateLimit: `"default";r=${Math.floor(tokens)};t=${seconds}`,
      "RateLimit-Policy": this.policy,
    };
  }

  /** The 429 of an account with less than one token. */
  refusal(tokens: number): Refusal {
    const { perSecond } = this.settings;
    const seconds = Math.ceil((1 - tokens) / perSecond);
    return new Refusal("tooManyRequests", {
      detail: `This account may send ${perSecond} requests a second; wait ${seconds} s.`,
      headers: { "Retry-After": seconds, ...this.fields(tokens) },
    });
  }
}
