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
import { type Means, send, tell } from "./send.ts";
import { type FetchInit, type HeaderValues, requestOf } from "./build-request.ts";

/** The context that all calls of a client share. */
export interface Context extends Means {
  readonly baseUrl: string;
  readonly headers: HeaderValues;
  /** Adds credentials if they differ between operations. */
  readonly authorize?: ((operation: Operation, means: Means) => Granted) | undefined;
  readonly timeout: number;
  readonly maxAttempts: number;
  readonly backoff: Backoff;
}

/** Calls an operation and resolves with its response. The response is validated only up to its media type. */
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
  const site = { method: operation.method, path };
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
    () => new TimeoutError(site, `not done within ${timeout} ms`),
  );
  try {
    for (let attempt = 1; ; attempt++) {
      const request = { ...site, template: operation.path, url, attempt, headers: init.headers };
      const outcome = await attemptOnce(means, operation, request, init, deadline);
      if ("data" in outcome) return outcome;
      const lost = outcome instanceof Error;
      const asked = lost ? undefined : retryAfter(outcome.headers);
      const delay = asked ?? Math.random() * bound(attempt - 1, context.backoff);
      // A stream cannot be sent twice.
      const again =
        attempt < maxAttempts &&
        !init.duplex &&
        isRepeatable(operation.method, isKeyed(operation, init.headers), outcome, asked);
      if (!again || delay >= deadline.left()) {
        throw lost
          ? outcome
          : await readError(site, outcome, deadline, again ? impatience(asked, deadline) : "");
      }
      if (!lost) discard(outcome);
      await tell(means.hooks, deadline, (hook) => hook.onRetry?.(request, { cause: outcome, delay }));
      await deadline.sleep(delay);
    }
  } catch (error) {
    // Errors are created by timers and callbacks, too, whose stacks lack the caller.
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
 * Runs one attempt; returns the success, an unsuccessful response, or the error that cut the response off.
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
    // JSON that is cut off without a connection error: an intermediary may have truncated it.
    const cut = error instanceof UnexpectedResponseError && error.cause !== undefined;
    if (cut || error instanceof ConnectionError) return error;
    throw error;
  }
}

function impatience(asked: number | undefined, deadline: Deadline): string {
  return asked
    ? ` (Retry-After: ${Math.ceil(asked / 1000)} s, ${Math.floor(deadline.left() / 1000)} s left)`
    : "";
}
