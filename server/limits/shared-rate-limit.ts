// A token bucket an account that several processes share: each takes a few tokens at a time, so that most requests ask nobody.
import { type RateLimitFields, type RateLimitSettings, RateLimitSpeaker } from "./rate-limit-fields.ts";
import type { RateLimiter } from "./rate-limit.ts";
import type { Store, TokenGrant } from "../store/store.ts";

/** Where the buckets are. */
export type TakeTokens = NonNullable<Store["takeTokens"]>;

/** A process holds this part of what an account may send, at most: so much can be used late, or be missed by another process. */
const heldPart = 20;

/** What this process holds for one account. */
interface Holding {
  tokens: number;
  /** What was left in the bucket when it was last asked. */
  left: number;
  /** Until then asking again is of no use. */
  emptyUntil: number;
  /** Requests that wait for the bucket's answer. */
  waiting: number;
  asking: Promise<void> | undefined;
}

/** Counts the requests that all processes on one store serve. */
export class SharedRateLimiter implements RateLimiter {
  private readonly settings: RateLimitSettings;
  private readonly takeTokens: TakeTokens;
  private readonly now: () => number;
  private readonly speaker: RateLimitSpeaker;
  private readonly batch: number;
  private readonly holdings = new Map<string, Holding>();

  /** @param now milliseconds on a clock that never goes back */
  constructor(
    settings: RateLimitSettings,
    takeTokens: TakeTokens,
    now: () => number = () => performance.now(),
  ) {
    this.settings = settings;
    this.takeTokens = takeTokens;
    this.now = now;
    this.speaker = new RateLimitSpeaker(settings);
    this.batch = Math.max(1, Math.floor(Math.min(settings.burst, settings.perSecond) / heldPart));
  }

  take(accountId: string): RateLimitFields | Promise<RateLimitFields> {
    const holding = this.holdingOf(accountId);
    return holding.tokens >= 1 ? this.use(holding) : this.useAfterAsking(accountId, holding);
  }

  /** Accounts come from the credentials, so there are never more holdings than those. */
  private holdingOf(accountId: string): Holding {
    const known = this.holdings.get(accountId);
    if (known !== undefined) return known;
    const holding = { tokens: 0, left: 0, emptyUntil: 0, waiting: 0, asking: undefined };
    this.holdings.set(accountId, holding);
    return holding;
  }

  private use(holding: Holding): RateLimitFields {
    holding.tokens--;
    return this.speaker.fields(holding.left + holding.tokens);
  }

  private async useAfterAsking(accountId: string, holding: Holding): Promise<RateLimitFields> {
    while (holding.tokens < 1) {
      if (this.now() < holding.emptyUntil) throw this.speaker.refusal(holding.left);
      holding.waiting++;
      holding.asking ??= this.ask(accountId, holding);
      await holding.asking;
    }
    return this.use(holding);
  }

  /** Asks in the next turn, for all who wait by then. */
  private async ask(accountId: string, holding: Holding): Promise<void> {
    try {
      await Promise.resolve();
      const { perSecond, burst } = this.settings;
      const wanted = Math.min(burst, Math.max(this.batch, holding.waiting));
      holding.waiting = 0;
      this.keep(holding, await this.takeTokens({ accountId, wanted, perSecond, burst }));
    } finally {
      holding.asking = undefined;
    }
  }

  private keep(holding: Holding, { granted, left }: TokenGrant): void {
    holding.tokens += granted;
    holding.left = left;
    if (left < 1) holding.emptyUntil = this.now() + ((1 - left) / this.settings.perSecond) * 1000;
  }
}
