// One attempt on the wire: hooks around it, and what `fetch` rejects with made plain.
import type { Deadline } from "./deadline.ts";
import { ConnectionError } from "../response/errors.ts";
import type { Hooks, SentRequest } from "../hooks.ts";
import { maybeSent } from "./retry.ts";
import type { Fetch, FetchInit } from "./build-request.ts";

/** What requests are sent with. */
export interface Means {
  readonly fetch: Fetch;
  readonly hooks: readonly Hooks[];
}

/** Sends a request once. A redirect is its response: nothing is sent where the caller has not asked to send it. */
export async function send(
  { fetch, hooks }: Means,
  request: SentRequest,
  init: FetchInit,
  deadline: Deadline,
): Promise<Response> {
  await tell(hooks, deadline, (hook) => hook.onRequest?.(request));
  const response = await deadline.race(
    fetch(request.url, { ...init, signal: deadline.signal }),
    (cause) => new ConnectionError(request, "no response", maybeSent(cause), cause),
  );
  await tell(hooks, deadline, (hook) => hook.onResponse?.(request, response));
  return response;
}

/** Calls hooks one after the other, no longer than the call may take. */
export async function tell(
  hooks: readonly Hooks[],
  deadline: Deadline,
  about: (hook: Hooks) => void | Promise<void>,
): Promise<void> {
  for (const hook of hooks) await deadline.race(Promise.resolve(about(hook)));
}
