// Rate limits with one token bucket per account that several processes share. Each process takes a few tokens
// at a time, so that most requests need no query.
import { type RateLimitFields, type RateLimitSettings, RateLimitSpeaker } from "./rate-limit-fields.ts";
import type { RateLimiter } from "./rate-limit.ts";
import type { Store, TokenGrant } from "../store/store.ts";

/** Takes tokens from the shared buckets. */
export type TakeTokens = NonNullable<Store["takeTokens"]>;

/**
 * A process holds at most 1/20 of an account's limit. That much can be used late, or be unavailable to
 * another process.
 */
const heldPart = 20;

/** The tokens that this process holds for one account. */
interface Holding {
  tokens: number;
  /** Tokens that were left in the shared bucket at the last query. */
  left: number;
  /** Time before which the shared bucket cannot have a token, so it is not queried. */
  emptyUntil: number;
  /** Number of requests that wait for the query. */
  waiting: number;
  query: Promise<void> | undefined;
}

/** Limits the requests that all processes on one store serve. */
export class SharedRateLimiter implements RateLimiter {
  readonly #settings: RateLimitSettings;
  readonly #takeTokens: TakeTokens;
  readonly #now: () => number;
  readonly #speaker: RateLimitSpeaker;
  readonly #batch: number;
  readonly #holdings = new Map<string, Holding>();

  /** @param now  a monotonic clock, in milliseconds */
  constructor(
    settings: RateLimitSettings,
    takeTokens: TakeTokens,
    now: () => number = () => performance.now(),
  ) {
    this.#settings = settings;
    this.#takeTokens = takeTokens;
    this.#now = now;
    this.#speaker = new RateLimitSpeaker(settings);
    this.#batch = Math.max(1, Math.floor(Math.min(settings.burst, settings.perSecond) / heldPart));
  }

  take(accountId: string): RateLimitFields | Promise<RateLimitFields> {
    const holding = this.#holdingOf(accountId);
    return holding.tokens >= 1 ? this.#use(holding) : this.#useAfterAsking(accountId, holding);
  }

  /**
   * Returns the holding of an account, created if necessary. The number of holdings is bounded, as accounts
   * come from the credentials.
   */
  #holdingOf(accountId: string): Holding {
    const known = this.#holdings.get(accountId);
    if (known !== undefined) return known;
    const holding = { tokens: 0, left: 0, emptyUntil: 0, waiting: 0, query: undefined };
    this.#holdings.set(accountId, holding);
    return holding;
  }

  #use(holding: Holding): RateLimitFields {
    holding.tokens--;
    return this.#speaker.fields(holding.left + holding.tokens);
  }

  async #useAfterAsking(accountId: string, holding: Holding): Promise<RateLimitFields> {
    while (holding.tokens < 1) {
      if (this.#now() < holding.emptyUntil) throw this.#speaker.tooManyRequests(holding.left);
      holding.waiting++;
      holding.query ??= this.#query(accountId, holding);
      await holding.query;
    }
    return this.#use(holding);
  }

  /** Queries the shared bucket in the next microtask, for all requests that wait by then. */
  async #query(accountId: string, holding: Holding): Promise<void> {
    try {
      await Promise.resolve();
      const { perSecond, burst } = this.#settings;
      const wanted = Math.min(burst, Math.max(this.#batch, holding.waiting));
      holding.waiting = 0;
      this.#keep(holding, await this.#takeTokens({ accountId, wanted, perSecond, burst }));
    } finally {
      holding.query = undefined;
    }
  }

  #keep(holding: Holding, { granted, left }: TokenGrant): void {
    holding.tokens += granted;
    holding.left = left;
    if (left < 1) holding.emptyUntil = this.#now() + ((1 - left) / this.#settings.perSecond) * 1000;
  }
}
