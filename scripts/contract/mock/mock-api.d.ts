// What tests import: `import { startMock } from "sender-pools-contract/mock"`. It stands on nothing else, since it is read where the rest is not.

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
 * Serves documents in this process, as `contract mock` does.
 *
 * @param documents  paths, URLs (where they are allowed) or git revisions
 * @example
 * const mock = await startMock("openapi.yaml");
 * const response = await fetch(`${mock.url}/pets`, { headers: mock.headers() });
 * await mock.close();
 */
export function startMock(documents: string | readonly string[], options?: MockOptions): Promise<RunningMock>;

export interface MockOptions {
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string | undefined;
  /** The port to listen on. Default: 0, a free one. */
  readonly port?: number | undefined;
  /** Chooses among what the document leaves open; the same seed, the same answers. Default: 0, the first of everything. */
  readonly seed?: number | undefined;
  /** Credentials by security scheme, for Basic as `user:password`; the n-th of each scheme is of the n-th tenant. Default: made up. */
  readonly credentials?: readonly { readonly scheme: string; readonly value: string }[] | undefined;
  /** Bytes of a request's body at most. Default: 10 MiB. */
  readonly maxBody?: number | undefined;
  /** Milliseconds before every response. Default: 0. */
  readonly delay?: number | undefined;
  /** A file that keeps what is created; a response to a write leaves after its commit. Default: memory alone. */
  readonly data?: string | undefined;
  /** What tenants begin with. */
  readonly seeds?: readonly { readonly tenant: string; readonly data: SeedData }[] | undefined;
  /** Hosts beside this machine that callbacks and webhooks may be sent to. Default: none. */
  readonly allowCallbacks?: readonly string[] | undefined;
  /** What signs callbacks and webhooks: `whsec_` and the base64 of 24 to 64 bytes. Default: made up. */
  readonly webhookSecret?: string | undefined;
  /** Answers to single operations, in place of the mock's: themselves, or the path of a module that exports them. */
  readonly handlers?: string | MockHandlers | AnyHandlers | undefined;
  /** Whether pages of other origins may call. Default: false. */
  readonly cors?: boolean | undefined;
  /** Whether the control surface is shown as a page, at `/_control/ui`. Default: false. */
  readonly ui?: boolean | undefined;
  /** Where relative paths start. Default: the working directory. */
  readonly directory?: string | undefined;
  /** Overlays that are applied to each document, by their paths, in their order; a target that selects nothing is passed over. Default: none. */
  readonly overlays?: readonly string[] | undefined;
  /** Whether documents may be fetched. Default: false. */
  readonly allowUrls?: boolean | undefined;
  /** Whether a document may refer to files outside of its repository, or its folder. Default: false. */
  readonly allowOutside?: boolean | undefined;
}

/**
 * Things by the paths of their collections, for people to write: `{ "/pets": [{ "name": "Rex" }] }`. What has joined a list is a list of
 * ids, what there is one of an object.
 */
export type SeedData = Readonly<Record<string, unknown>>;

/** A mock that runs. */
export interface RunningMock {
  /** Where it listens, without a path: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** The address that clients of the first document take, with the path of its server. */
  readonly url: string;
  readonly credentials: readonly Credential[];
  /** Header fields that show the credentials of a tenant, where the document has schemes that are shown so. Default: of the first. */
  headers(tenant?: string): Record<string, string>;
  /** The requests of the last while, the oldest first. */
  journal(filter?: JournalFilter): readonly JournalEntry[];
  /** Whether what is expected was requested, as `POST /_control/verify` says it; of a tenant, by default the first. */
  verify(expected: Expectation, tenant?: string): Verification;
  /** Has requests fail, as `POST /_control/faults` does; of a tenant, by default the first. Throws for a fault that cannot be. */
  fault(rule: Fault, tenant?: string): void;
  /** Sends a webhook of the document, as `POST /_control/webhooks/{name}` does; of a tenant, by default the first. */
  webhook(name: string, order?: WebhookOrder, tenant?: string): readonly Delivery[];
  /** The callbacks and webhooks that were sent, or are to be, the oldest first. Default: of the first tenant. */
  deliveries(tenant?: string): readonly Delivery[];
  /** What receivers verify signatures with. */
  readonly webhookSecret: string;
  /** Back to the start: what was created, the journal and the faults of a tenant. Default: of the first. */
  reset(tenant?: string): Promise<void>;
  /** A tenant's things, as seeds are written. Default: of the first. */
  exported(tenant?: string): SeedData;
  close(): Promise<void>;
}

/** What a caller shows for a scheme, and whose it is. */
export interface Credential {
  readonly scheme: string;
  /** A token or key as it is; of Basic, `user:password`. */
  readonly value: string;
  /** The n-th credentials of all schemes are the n-th tenant's. */
  readonly tenant: string;
}

/** Something wrong with a request, and where. */
export interface RequestProblem {
  readonly in: string;
  /** Of a parameter, a header field or a cookie. */
  readonly name?: string;
  /** Into the body (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
}

/** One request. Credentials are not in it. */
export interface JournalEntry {
  readonly id: number;
  /** When it came (RFC 3339). */
  readonly at: string;
  /** Milliseconds until the response was ready. */
  readonly took: number;
  /** Undefined where no operation has the path and the method. */
  readonly operationId: string | undefined;
  /** Undefined where the credentials were none. */
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query as sent, without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it was read: a value for JSON and forms, a text, or nothing. */
  readonly body: unknown;
  readonly status: number;
  /** What was wrong with the request. */
  readonly problems: readonly RequestProblem[];
  /** Why another response was not sent. */
  readonly withheld: string | undefined;
}

/** Which requests are looked for; all of it has to hold. */
export interface JournalFilter {
  readonly operationId?: string;
  readonly method?: string;
  /** `404`, or `4XX`. */
  readonly status?: string;
  readonly tenant?: string;
  /** Those that came after the one with this id. */
  readonly after?: number;
  /** Only those that something was wrong with, or only those that nothing was. */
  readonly valid?: boolean;
}

/** What is expected of a request; what is left out may be anything. */
export interface Expectation {
  readonly operationId?: string;
  readonly method?: string;
  /** The path, without the query. */
  readonly path?: string;
  /** `201`, or `2XX`. */
  readonly status?: string;
  /** Parameters of the query that were sent with these values; there may be more. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Header fields with these values; there may be more. */
  readonly headers?: Readonly<Record<string, unknown>>;
  /** Objects in it may have had more members; lists have to be the same. */
  readonly body?: unknown;
  /** How many times exactly. Default: at least once. */
  readonly count?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Verification {
  readonly verified: boolean;
  /** How many requests are as expected. */
  readonly count: number;
  /** What was wanted of the count. */
  readonly expected: string;
  /** The request that differs least, where there were too few. */
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

/** What is asked of a webhook. */
export interface WebhookOrder {
  /** Default: where it went last. */
  readonly url?: string;
  /** In place of one made of the document. */
  readonly body?: unknown;
  /** Milliseconds between one and the next; without it, it is sent once. */
  readonly every?: number;
}

/** A callback or a webhook, and how it went. */
export interface Delivery {
  /** What the receiver sees as `webhook-id`: the same for every attempt. */
  readonly id: string;
  readonly tenant: string;
  /** The name of the webhook, or of the callback. */
  readonly name: string;
  /** The operation whose callback it is. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly url: string;
  /** When it was to be sent first (RFC 3339). */
  readonly at: string;
  readonly body: string;
  readonly state: "pending" | "delivered" | "failed" | "refused";
  readonly attempts: readonly {
    readonly at: string;
    /** What the receiver responded. */
    readonly status?: number;
    /** Why it did not. */
    readonly problem?: string;
  }[];
}

/** What goes wrong: at least one of `status`, `delay` and `reset`. */
export interface Fault {
  /** Only this operation; any by default. */
  readonly operationId?: string;
  /** Before anything is done, or after it, when only the response is lost. Default: `request`. */
  readonly at?: "request" | "response";
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Respond with this error, where the operation declares it. */
  readonly status?: number;
  /** Break the connection off. */
  readonly reset?: true;
  /** After so many hits it is over. */
  readonly count?: number;
  /** How likely a request is hit; every one by default. */
  readonly probability?: number;
  readonly seed?: number;
}
