// Adapts a server in this process, or at an address, to the `fetch` that `verify` sends with.
import type { App } from "./verify-api.d.ts";
import type { Fetch } from "./send/sender.ts";

/** How requests reach the server, and its address if it is not in this process. */
export interface Reached {
  /** Undefined: over HTTP. */
  readonly fetch: Fetch | undefined;
  readonly target: string | undefined;
}

export function reach(app: App): Reached {
  if (typeof app === "string") return { fetch: undefined, target: app };
  if (typeof app === "function") return { fetch: async (request) => app(request), target: undefined };
  if ("fetch" in app) return { fetch: async (request) => app.fetch(request), target: undefined };
  return { fetch: injected(app), target: undefined };
}

/** Returns a `fetch` on Fastify's `inject`, which needs no socket. */
function injected(app: Extract<App, { inject: unknown }>): Fetch {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const payload = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const found = await app.inject({
      method: request.method as never, // The type of the methods depends on the version of Fastify.
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      ...(payload !== undefined && { payload }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(found.headers as Readonly<Record<string, unknown>>))
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
        headers.append(name, String(one));
    const { statusCode: status, rawPayload } = found;
    const isEmpty = rawPayload.length === 0 || [204, 205, 304].includes(status) || request.method === "HEAD";
    return new Response(isEmpty ? null : new Uint8Array(rawPayload), { status, headers });
  };
}
