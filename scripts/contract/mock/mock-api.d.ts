// Types of `sender-pools-contract/mock`: `import { startMock } from "sender-pools-contract/mock"`. Imports
// only files that are published with it.

import type { AnyHandlers, MockHandlers } from "./mock-handlers.d.ts";

export type {
  AnyHandlers,
  HandlerInput,
  HandlerMore,
  HandlerState,
  MockHandler,
  MockHandlers,
} from "./mock-handlers.d.ts";

/**
 * Mocks documents in this process, like `contract mock`.
 *
 * @param documents  paths, URLs (if `allowUrls`) or git revisions
 * @throws DocumentError for a document or file that cannot be used
 * @example
 * const mock = await startMock("openapi.yaml");
 * const response = await fetch(`${mock.url}/pets`, { headers: mock.headers() });
 * await mock.close();
 */
export function startMock(documents: string | readonly string[], options?: MockOptions): Promise<RunningMock>;

/** Options of `startMock`. */
export interface MockOptions {
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string | undefined;
  /** Port to listen on. Default: 0, a free port. */
  readonly port?: number | undefined;
  /**
   * Selects among the values that the document allows; the same seed gives the same responses. Default: 0,
   * the first of everything.
   */
  readonly seed?: number | undefined;
  /**
   * Credentials by security scheme, for Basic as `user:password`; the n-th of each scheme belongs to the n-th
   * tenant. Default: generated.
   */
  readonly credentials?: readonly { readonly scheme: string; readonly value: string }[] | undefined;
  /** Maximum number of bytes of a request body. Default: 10 MiB. */
  readonly maxBody?: number | undefined;
  /** Milliseconds before every response. Default: 0. */
  readonly delay?: number | undefined;
  /**
   * File that persists the state; a response to a write is sent after its commit. Default: in memory only.
   */
  readonly data?: string | undefined;
  /** Initial data of tenants. Default: none. */
  readonly seeds?: readonly { readonly tenant: string; readonly data: SeedData }[] | undefined;
  /** Hosts other than this machine to which callbacks and webhooks may be sent. Default: none. */
  readonly allowCallbacks?: readonly string[] | undefined;
  /**
   * Secret that signs callbacks and webhooks: `whsec_` and the base64 of 24 to 64 bytes. Default: generated.
   */
  readonly webhookSecret?: string | undefined;
  /**
   * Handlers that respond to single operations instead of the mock: the functions, or the path of a module
   * that exports them.
   */
  readonly handlers?: string | MockHandlers | AnyHandlers | undefined;
  /** Whether pages of other origins may call (CORS). Default: false. */
  readonly cors?: boolean | undefined;
  /** Whether the control surface has a page, at `/_control/ui`. Default: false. */
  readonly ui?: boolean | undefined;
  /** Directory against which relative paths are resolved. Default: the working directory. */
  readonly directory?: string | undefined;
  /**
   * Paths of overlays that are applied to each document, in order; a target that selects nothing is skipped.
   * Default: none.
   */
  readonly overlays?: readonly string[] | undefined;
  /** Whether documents may be fetched from URLs. Default: false. */
  readonly allowUrls?: boolean | undefined;
  /** Whether a document may reference files outside of its repository, or its directory. Default: false. */
  readonly allowOutside?: boolean | undefined;
}

/**
 * Resources by the paths of their collections: `{ "/pets": [{ "name": "Rex" }] }`. A list of members is a
 * list of ids, a singleton an object.
 */
export type SeedData = Readonly<Record<string, unknown>>;

/**
 * Control of a mock by its test, as `/_control` offers it. A tenant that is not named is the first. Invalid
 * arguments throw, or reject with, an HttpError.
 */
export interface MockControls {
  /** Returns the operations, each with the error statuses that a fault can use. */
  operations(): readonly { readonly operationId: string; readonly statuses: readonly number[] }[];
  /** Sets how long-running work progresses, or how long responses wait; returns both. */
  pace(wanted?: Partial<MockPace>): MockPace;
  /** Finishes the long-running work of a tenant; resolves to the number of jobs. */
  step(tenant?: string): Promise<number>;
  /** Adds resources, in the form of seeds. */
  add(data: SeedData, tenant?: string): Promise<void>;
  /** Returns the resources of a tenant, in the form of seeds. */
  exported(tenant?: string): SeedData;
  /** Resets the data of a tenant to its seeds. */
  resetData(tenant?: string): Promise<void>;
  /** Resets a tenant: its data, journal, faults, schedules and deliveries. */
  reset(tenant?: string): Promise<void>;
  /** Makes requests fail. */
  fault(rule: Fault, tenant?: string): ActiveFault;
  /** Returns the active faults, oldest first. */
  faults(tenant?: string): readonly ActiveFault[];
  /** Returns whether the fault existed. */
  removeFault(id: number, tenant?: string): boolean;
  clearFaults(tenant?: string): void;
  /** Returns the latest requests, oldest first; of all tenants unless the filter names one. */
  journal(filter?: JournalFilter): readonly JournalEntry[];
  clearJournal(tenant?: string): void;
  /** Returns whether the expected requests were received. */
  verify(expected: Expectation, tenant?: string): Verification;
  /** Saves the data of a tenant under a name. */
  snapshot(name: string, tenant?: string): void;
  /** Returns the names of the snapshots. */
  snapshots(tenant?: string): readonly string[];
  /** Restores the data of a snapshot; rejects for an unknown name. */
  restore(name: string, tenant?: string): Promise<void>;
  /** Returns whether the snapshot existed. */
  removeSnapshot(name: string, tenant?: string): boolean;
  /** Returns the names of the webhooks of all documents. */
  webhooks(): readonly string[];
  /** Sends a webhook of the document. */
  webhook(name: string, order?: WebhookOrder, tenant?: string): readonly Delivery[];
  /** Returns the webhooks that are sent repeatedly. */
  schedules(
    tenant?: string,
  ): readonly { readonly name: string; readonly url: string; readonly every: number }[];
  /** Ends the repetition of a webhook; returns whether there was one. */
  endSchedule(name: string, tenant?: string): boolean;
  /** Returns the callbacks and webhooks, sent and pending, oldest first. */
  deliveries(tenant?: string): readonly Delivery[];
  /** Removes finished deliveries from the log. */
  clearDeliveries(tenant?: string): void;
  /** Sets how deliveries are retried; returns the rules. */
  retries(wanted?: Partial<RetryRules>): RetryRules;
}

/** How fast a mock is. */
export interface MockPace {
  /**
   * `look`: long-running work is done after some reads; `immediate`: before its response is sent; `manual`:
   * with `step`; a number: after that many milliseconds.
   */
  readonly pace: "look" | "immediate" | "manual" | number;
  /** Milliseconds before every response. */
  readonly delay: number;
}

/** Rules for retries of deliveries. */
export interface RetryRules {
  /** Maximum number of attempts, including the first. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; the delay doubles for each further attempt. */
  readonly backoff: number;
}

/** A running mock. */
export interface RunningMock extends MockControls {
  /** Origin it listens on, without a path: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Base URL for clients of the first document, with the path of its server. */
  readonly url: string;
  readonly credentials: readonly Credential[];
  /**
   * Returns the header fields that carry the credentials of a tenant, for the schemes that use header fields.
   * Default: of the first tenant.
   */
  headers(tenant?: string): Record<string, string>;
  /** Secret with which receivers verify signatures. */
  readonly webhookSecret: string;
  close(): Promise<void>;
}

/** Credentials for one scheme, and their tenant. */
export interface Credential {
  readonly scheme: string;
  /** A token or key; for Basic, `user:password`. */
  readonly value: string;
  /** The n-th credentials of each scheme belong to the n-th tenant. */
  readonly tenant: string;
}

/** One problem of a request, and its location. */
export interface RequestProblem {
  readonly in: string;
  /** Name of the parameter, header field or cookie. */
  readonly name?: string;
  /** Location in the body (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
}

/** One request and its response, without credentials. */
export interface JournalEntry {
  readonly id: number;
  /** Time of the request (RFC 3339). */
  readonly at: string;
  /** Milliseconds until the response was ready. */
  readonly took: number;
  /** Undefined if no operation has the path and the method. */
  readonly operationId: string | undefined;
  /** Undefined if the credentials were invalid. */
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query as sent, without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body: a value for JSON and forms, a text, or nothing. */
  readonly body: unknown;
  readonly status: number;
  /** Problems of the request. */
  readonly problems: readonly RequestProblem[];
  /** Why the intended response was withheld. */
  readonly withheld: string | undefined;
}

/** Filter of the journal; all conditions must hold. */
export interface JournalFilter {
  readonly operationId?: string;
  readonly method?: string;
  /** `404`, or `4XX`. */
  readonly status?: string;
  readonly tenant?: string;
  /** Only entries after the one with this id. */
  readonly after?: number;
  /** True: only requests without problems. False: only requests with problems. */
  readonly valid?: boolean;
}

/** Conditions on a request; an omitted member matches anything. */
export interface Expectation {
  readonly operationId?: string;
  readonly method?: string;
  /** Path, without the query. */
  readonly path?: string;
  /** `201`, or `2XX`. */
  readonly status?: string;
  /** Query parameters with these values; others are allowed. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Header fields with these values; others are allowed. */
  readonly headers?: Readonly<Record<string, unknown>>;
  /** Expected body: objects may have further members, arrays must be equal. */
  readonly body?: unknown;
  /** Exact number of requests. Default: at least one. */
  readonly count?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The result of a verification. */
export interface Verification {
  readonly verified: boolean;
  /** Number of matching requests. */
  readonly count: number;
  /** The expected number, as text. */
  readonly expected: string;
  /** The request that differs least, if too few match. */
  readonly nearest:
    | {
        readonly request: JournalEntry;
        readonly differences: readonly {
          readonly in: string;
          readonly name?: string;
          readonly pointer?: string;
          readonly detail: string;
        }[];
      }
    | undefined;
}

/** Options of a webhook. */
export interface WebhookOrder {
  /** Default: the address of its last delivery. */
  readonly url?: string;
  /** Body instead of one made from the document. */
  readonly body?: unknown;
  /** Milliseconds between deliveries. Default: it is sent once. */
  readonly every?: number;
}

/** A callback or webhook, and its delivery attempts. */
export interface Delivery {
  /** The `webhook-id` field that the receiver gets: the same for every attempt. */
  readonly id: string;
  readonly tenant: string;
  /** Name of the webhook or callback. */
  readonly name: string;
  /** The operation that declares the callback; undefined for a webhook. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly url: string;
  /** Time of the first attempt (RFC 3339). */
  readonly at: string;
  readonly body: string;
  readonly state: "pending" | "delivered" | "failed" | "refused";
  readonly attempts: readonly {
    readonly at: string;
    /** Status of the receiver's response. */
    readonly status?: number;
    /** Why there was no response. */
    readonly problem?: string;
  }[];
}

/** A fault: at least one of `status`, `delay` and `reset`. */
export interface Fault {
  /** The operation that fails. Default: every operation. */
  readonly operationId?: string;
  /**
   * `request`: fails before the operation runs. `response`: the operation runs, and only its response is
   * lost. Default: `request`.
   */
  readonly at?: "request" | "response";
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Status of an error that the operation declares. */
  readonly status?: number;
  /** Resets the connection. */
  readonly reset?: true;
  /** Number of requests after which the fault ends. */
  readonly count?: number;
  /** Probability that a request fails. Default: 1. */
  readonly probability?: number;
  readonly seed?: number;
}

/** A fault that is set. */
export interface ActiveFault extends Fault {
  readonly id: number;
  /** Number of requests hit so far. */
  readonly hits: number;
}
