// Services that the parts of the server share, created once when the app is assembled.
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

/** Dependencies from which `createServices` builds `Services`. */
export interface ServiceParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly credentials: readonly Credential[];
  readonly log: Log;
}

/** Services that request handling depends on. */
export interface Services {
  readonly settings: Settings;
  readonly authenticator: Authenticator;
  /** True if the demo account is enabled. */
  readonly demo: boolean;
  /** Undefined if accounts are not limited. */
  readonly rateLimiter: RateLimiter | undefined;
  /** State of the control surface; undefined if it is off. */
  readonly testing: Testing | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly lifecycle: Lifecycle;
  readonly context: HandlerContext;
}

/** Injected faults, the journal of requests, and the saved snapshots. */
export interface Testing {
  readonly faults: Faults;
  readonly journal: Journal;
  readonly snapshots: Snapshots;
}

/** State of the server between start and stop. */
export interface Lifecycle {
  /** True once the server is stopping: requests in progress are finished, new ones are rejected. */
  draining: boolean;
}

/** Creates the services. */
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

/** Creates the rate limiter; processes that share a store share the limits. */
function createRateLimiter(settings: RateLimitSettings, store: Store): RateLimiter {
  if (store.takeTokens === undefined) return new LocalRateLimiter(settings);
  return new SharedRateLimiter(settings, store.takeTokens.bind(store));
}
