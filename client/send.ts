// One attempt on the wire: hooks around it, redirects within the origin, and what `fetch` rejects with made plain.
import type { Deadline } from "./deadline.ts";
import { ConnectionError } from "./errors.ts";
import type { Hooks, SentRequest } from "./observe.ts";
import { maybeSent } from "./retry.ts";
import { settings } from "./settings.ts";
import type { Fetch, FetchInit } from "./transport.ts";

/** What requests are sent with. */
export interface Means {
  readonly fetch: Fetch;
  readonly hooks: readonly Hooks[];
}

/** Sends a request once. A redirect that leaves the origin, or would change the method, is the response. */
export async function send(
  { fetch, hooks }: Means,
  request: SentRequest,
  init: FetchInit,
  deadline: Deadline,
): Promise<Response> {
  await tell(hooks, deadline, (hook) => hook.onRequest?.(request));
  const sent = withinOrigin(fetch, request.url, { ...init, signal: deadline.signal });
  const response = await deadline.race(
    sent,
    (cause) => new ConnectionError(request, "no answer", maybeSent(cause), cause),
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

/** Credentials, keys and bodies are meant for the server they were given for. */
async function withinOrigin(fetch: Fetch, url: string, init: FetchInit, hops = 0): Promise<Response> {
  const response = await fetch(url, init);
  const { status, headers } = response;
  // At 301 to 303 platforms turn a POST into a GET (RFC 9110, section 15.4); a write must not become a read.
  const follow =
    status === 307 || status === 308 || (status >= 301 && status <= 303 && init.method === "GET");
  const target = headers.get("Location");
  if (!follow || !target || hops === settings.maxRedirects || !URL.canParse(target, url)) return response;
  const { href, origin } = new URL(target, url);
  if (origin !== new URL(url).origin) return response;
  await response.body?.cancel();
  return withinOrigin(fetch, href, init, hops + 1);
}
