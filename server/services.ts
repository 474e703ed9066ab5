// What the parts that serve requests share: made once, when the app is put together.
import { type Credential, hasDemoAccount } from "./accounts/accounts.ts";
import { Authenticator } from "./accounts/auth.ts";
import { Faults, Journal, Snapshots } from "../generated/control.ts";
import { faultyApi } from "./control/faulty-api.ts";
import type { HandlerContext } from "./http/handler.ts";
import { Locations, urlOf } from "./ids/locations.ts";
import type { Log } from "./system/log.ts";
import { Metrics } from "./system/metrics.ts";
import { PageTokens } from "./ids/page-token.ts";
import type { RateLimitSettings } from "./limits/rate-limit-fields.ts";
import { LocalRateLimiter, type RateLimiter } from "./limits/rate-limit.ts";
import type { Settings } from "./settings/settings.ts";
import { SharedRateLimiter } from "./limits/shared-rate-limit.ts";
import type { Store } from "./store/store.ts";

/** What they are made of. */
export interface ServiceParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly credentials: readonly Credential[];
  readonly log: Log;
}

export interface Services {
  readonly settings: Settings;
  readonly authenticator: Authenticator;
  /** Whether the demo account works. */
  readonly demo: boolean;
  /** Undefined when accounts are not limited. */
  readonly rateLimiter: RateLimiter | undefined;
  /** What testers work with; undefined without the control surface. */
  readonly testing: Testing | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly lifecycle: Lifecycle;
  readonly context: HandlerContext;
}

/** What goes wrong on request, what was requested, and what was kept to go back to. */
export interface Testing {
  readonly faults: Faults;
  readonly journal: Journal;
  readonly snapshots: Snapshots;
}

/** Where the server is between start and end. */
export interface Lifecycle {
  /** Set once the server stops: what is under way is finished, nothing new is taken. */
  draining: boolean;
}

export async function createServices({ settings, store, credentials, log }: ServiceParts): Promise<Services> {
  const { host, port, publicUrl } = settings;
  return {
    settings,
    log,
    authenticator: new Authenticator(credentials),
    demo: hasDemoAccount(credentials),
    rateLimiter: settings.rateLimit
      ? createRateLimiter({ perSecond: settings.ratePerSecond, burst: settings.rateBurst }, store)
      : undefined,
    testing:
      settings.control || settings.ui
        ? {
            faults: new Faults(faultyApi, settings.maxFaults),
            journal: new Journal(),
            snapshots: new Snapshots(),
          }
        : undefined,
    metrics: new Metrics(),
    lifecycle: { draining: false },
    context: {
      store,
      pageTokens: new PageTokens(await store.pageTokenKey()),
      locations: new Locations(publicUrl === "" ? urlOf(host, port) : publicUrl),
    },
  };
}

/** Processes that share the data share the limits. */
function createRateLimiter(settings: RateLimitSettings, store: Store): RateLimiter {
  if (store.takeTokens === undefined) return new LocalRateLimiter(settings);
  return new SharedRateLimiter(settings, store.takeTokens.bind(store));
}
