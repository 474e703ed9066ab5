// Creates the caller that resources use from the client's options.
import { attach } from "./attach.ts";
import { type CallResult, ApiPromise } from "./api-promise.ts";
import { isSafe } from "./request/retry.ts";
import { plainBaseUrl } from "./request/base-url.ts";
import { call, type Context } from "./request/call.ts";
import type { CallOptions, ConnectionOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import { type CredentialScheme, credentialHeaders, environment } from "./credentials/credentials.ts";
import { linkValue } from "./response/link-value.ts";
import type { Granted } from "./credentials/authorize.ts";
import type { Arguments, NextLink, Operation, WaitLink } from "./operation.ts";
import { type Page, pageOf, Pages } from "./pages/page.ts";
import type { Means } from "./request/send.ts";
import { settings } from "./settings.ts";
import { waitFor, type WaitOptions } from "./pages/wait.ts";

/** The document's settings for reaching its API. */
export interface ApiSettings {
  /** The name of the client's class. */
  readonly client: string;
  /** Undefined if the document declares no absolute URL. */
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly userAgent: string;
  /** The header whose value identifies an exchange in the server's logs. */
  readonly requestIdHeader: string;
  readonly credentials: readonly CredentialScheme[];
  /** Used instead of `credentials` if the security schemes need more than fixed header fields. */
  readonly authorize?: (options: object) => (operation: Operation, means: Means) => Granted;
}

/**
 * Creates a caller.
 *
 * @throws {TypeError} for missing credentials and for an invalid base URL
 */
export function connectTo(api: ApiSettings, options: ConnectionOptions): Caller {
  const context = contextOf(api, options);
  // The types are those that the document declares; `call` checks the response only up to its media type.
  const send = <Data, Header extends string = string>(
    operation: Operation,
    args: Arguments,
    own: CallOptions = {},
  ): Promise<CallResult<Data, Header>> =>
    call(context, operation, args, own) as Promise<CallResult<Data, Header>>;
  const wait = <Result>(
    link: WaitLink,
    path: readonly unknown[],
    how?: WaitOptions<Result>,
  ): Promise<Result> => waitFor<Result>(link, (own) => send<Result>(link.operation, { path }, own), how);
  return {
    ...context,
    call<Data, Header extends string>(operation: Operation, args: Arguments, own?: CallOptions) {
      const result = send<Data, Header>(operation, args, own);
      // An ignored read loses nothing; a failed write must surface as an unhandled rejection.
      let ignored = isSafe(operation.method);
      // V8 finds the frames of the one who awaits only if a promise has no other handlers; `await` has called
      // `then` by the second microtask.
      void microtask.then().then(() => {
        if (ignored) result.catch(() => undefined);
      });
      return new ApiPromise(() => {
        ignored = false;
        return result;
      });
    },
    list<Body, Item, Header extends string>(
      operation: Operation,
      link: NextLink,
      args: Arguments,
      own?: CallOptions,
    ) {
      let first: Promise<CallResult<Page<Body, Item>, Header>> | undefined;
      return new Pages<Body, Item, Header>(
        () =>
          (first ??= pageOf<Body, Item>(
            { site: operation, link, fetch: (page) => send(operation, page, own) },
            args,
          )),
      );
    },
    start<Body, Result, Header extends string>(
      operation: Operation,
      link: WaitLink,
      args: Arguments,
      own?: CallOptions,
    ) {
      const result = send<Body, Header>(operation, args, own).then((accepted) => {
        const path = link.path.map((value) => linkValue(value, accepted, args.path));
        return {
          ...accepted,
          data: attach(accepted.data, { wait: (how?: WaitOptions<Result>) => wait(link, path, how) }),
        };
      });
      return new ApiPromise(() => result);
    },
    wait,
  };
}

const microtask = Promise.resolve();

/** Creates the context that all calls of a client share. Throws as `connectTo` does. */
export function contextOf(api: ApiSettings, options: ConnectionOptions): Context {
  const {
    timeout = settings.timeout,
    maxAttempts = settings.maxAttempts,
    backoff = settings.backoff,
    fetch = globalThis.fetch,
    hooks = [],
  } = options;
  return {
    timeout,
    maxAttempts,
    backoff,
    baseUrl: plainBaseUrl(options.baseUrl ?? environment(api.baseUrlEnv) ?? api.baseUrl ?? ""),
    authorize: api.authorize?.(options),
    headers: {
      "User-Agent": api.userAgent,
      ...credentialHeaders(api.credentials, options),
      ...options.headers,
    },
    // Called without `this`: browsers reject a `fetch` whose `this` is not the window. An error that it
    // throws synchronously becomes a rejection.
    fetch: async (url, init) => fetch(url, init),
    hooks: [hooks].flat(),
  };
}
