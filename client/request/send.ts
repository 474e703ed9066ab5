// Sends one attempt: calls the hooks, and converts the errors of `fetch`.
import type { Deadline } from "./deadline.ts";
import { ConnectionError } from "../response/errors.ts";
import type { Hooks, SentRequest } from "../hooks.ts";
import { maybeSent } from "./retry.ts";
import type { Fetch, FetchInit } from "./build-request.ts";

/** What a request is sent with: the `fetch` function, and the hooks around it. */
export interface Means {
  readonly fetch: Fetch;
  readonly hooks: readonly Hooks[];
}

/**
 * Sends a request once. A redirect is returned as a response: nothing is sent to a server that the caller has
 * not named.
 */
export async function send(
  { fetch, hooks }: Means,
  request: SentRequest,
  init: FetchInit,
  deadline: Deadline,
): Promise<Response> {
  await callHooks(hooks, deadline, (hook) => hook.onRequest?.(request));
  const response = await deadline.race(
    fetch(request.url, { ...init, signal: deadline.signal }),
    (cause) => new ConnectionError(request, "no response", maybeSent(cause), cause),
  );
  await callHooks(hooks, deadline, (hook) => hook.onResponse?.(request, response));
  return response;
}

/** Calls hooks in sequence, within the call's deadline. */
export async function callHooks(
  hooks: readonly Hooks[],
  deadline: Deadline,
  callOne: (hook: Hooks) => void | Promise<void>,
): Promise<void> {
  for (const hook of hooks) await deadline.race(Promise.resolve(callOne(hook)));
}
