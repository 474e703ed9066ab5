// Runs one call: attempts and retries under one deadline.
import type { CallResult } from "../api-promise.ts";
import type { Granted } from "../credentials/authorize.ts";
import { baseUrlOf } from "./base-url.ts";
import type { CallOptions } from "../call-options.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { CallError, ConnectionError, TimeoutError, UnexpectedResponseError } from "../response/errors.ts";
import { fillPath } from "./fill-path.ts";
import type { SentRequest } from "../hooks.ts";
import type { Arguments, Operation } from "../operation.ts";
import { discard, readData, readError } from "../response/read-response.ts";
import { isKeyed, requestHeaders } from "./request-headers.ts";
import { type Backoff, bound, isRepeatable } from "./retry.ts";
import { retryAfter } from "./retry-after.ts";
import { type Means, send, callHooks } from "./send.ts";
import { type FetchInit, type HeaderValues, requestOf } from "./build-request.ts";

/** The context that all calls of a client share. */
export interface Context extends Means {
  readonly baseUrl: string;
  readonly headers: HeaderValues;
  /**
   * Returns how to send a request of the operation with its credentials. Undefined if all operations have the
   * same credentials: then they are in `headers`, or added by the context's own hooks.
   */
  readonly authorize?: ((operation: Operation, means: Means) => Granted) | undefined;
  readonly timeout: number;
  readonly maxAttempts: number;
  readonly backoff: Backoff;
}

/**
 * Calls an operation and resolves with its response. Of the response, only status and media type are checked.
 * Rejects with a `CallError`, or with the reason of the caller's signal.
 */
export async function call(
  context: Context,
  operation: Operation,
  args: Arguments,
  options: CallOptions,
): Promise<CallResult<unknown>> {
  const granted = context.authorize?.(operation, context);
  const means = granted ?? context;
  const { timeout = context.timeout, maxAttempts = context.maxAttempts } = options;
  const path = fillPath(operation.path, args.path ?? [], operation.segment);
  const errorSite = { method: operation.method, path };
  const headers = [context.headers, requestHeaders(operation, options, args.body), options.headers];
  const { url, init } = requestOf(operation, {
    baseUrl: baseUrlOf(context.baseUrl, operation.server, options.baseUrl),
    path,
    query: { ...args.query, ...granted?.query },
    body: args.body,
    headers,
  });
  const deadline = startDeadline(
    timeout,
    options.signal,
    () => new TimeoutError(errorSite, `not done within ${timeout} ms`),
  );
  try {
    for (let attempt = 1; ; attempt++) {
      const request = { ...errorSite, template: operation.path, url, attempt, headers: init.headers };
      const outcome = await attemptOnce(means, operation, request, init, deadline);
      if ("data" in outcome) return outcome;
      const isError = outcome instanceof Error;
      const requestedDelay = isError ? undefined : retryAfter(outcome.headers);
      const delay = requestedDelay ?? Math.random() * bound(attempt - 1, context.backoff);
      // `duplex` is set if the request's body is a stream, which cannot be sent twice.
      const isRetryable =
        attempt < maxAttempts &&
        !init.duplex &&
        isRepeatable(operation.method, isKeyed(operation, init.headers), outcome, requestedDelay);
      if (!isRetryable || delay >= deadline.left()) {
        const hint = isRetryable ? tooLateHint(requestedDelay, deadline) : "";
        throw isError ? outcome : await readError(errorSite, outcome, deadline, hint);
      }
      if (!isError) discard(outcome);
      await callHooks(means.hooks, deadline, (hook) => hook.onRetry?.(request, { cause: outcome, delay }));
      await deadline.sleep(delay);
    }
  } catch (error) {
    // An error that a timer or a callback created has a stack without the caller.
    if (error instanceof CallError) (Error as Capturing).captureStackTrace?.(error);
    throw error;
  } finally {
    deadline.end();
  }
}

/** Engines other than V8 may lack the method. */
interface Capturing {
  captureStackTrace?(error: Error): void;
}

/**
 * Runs one attempt. Returns the result; or what the caller may retry: a response that is not 2xx, or the
 * error of a connection that failed before or during the response. Rejects with any other error.
 */
async function attemptOnce(
  means: Means,
  operation: Operation,
  request: SentRequest,
  init: FetchInit,
  deadline: Deadline,
): Promise<CallResult<unknown> | Response | CallError> {
  try {
    const response = await send(means, request, init, deadline);
    return response.ok
      ? { data: await readData(operation, request, response, deadline), response }
      : response;
  } catch (error) {
    // A body that cannot be parsed (the cause is the parser's error): an intermediary may have cut it off.
    const isTruncated = error instanceof UnexpectedResponseError && error.cause !== undefined;
    if (isTruncated || error instanceof ConnectionError) return error;
    throw error;
  }
}

/** Returns why a retry is not awaited; empty if the server requested no delay. */
function tooLateHint(requestedDelay: number | undefined, deadline: Deadline): string {
  return requestedDelay
    ? ` (Retry-After: ${Math.ceil(requestedDelay / 1000)} s, ${Math.floor(deadline.left() / 1000)} s left)`
    : "";
}
