// The Node entry: a `fetch` for the client on `undici.request`, which takes less than half of the platform's processor time.
import { Agent, type Dispatcher, request } from "undici";
import { nodeResponse } from "./node/node-response.ts";
import { requestBody } from "./node/request-body.ts";
import type { Fetch, FetchInit } from "./request/build-request.ts";

/** How connections are kept. */
export interface NodeFetchOptions {
  /** Connections to one origin at most. Default: as many as there are calls at a time. */
  readonly connections?: number | undefined;
  /** Milliseconds that a connection waits for its next call. Default 4000; a server's `Keep-Alive` goes before. */
  readonly keepAliveTimeout?: number | undefined;
  /** Milliseconds to connect. Default 10 000. */
  readonly connectTimeout?: number | undefined;
  /** In place of connections of its own: undici's `ProxyAgent`, for one. The three above are its own then. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** A `fetch` with connections of its own. */
export interface NodeFetch extends Fetch {
  /** Ends its connections, once the calls under way are done. A process need not: idle connections don't keep it alive. */
  close(): Promise<void>;
}

/**
 * A `fetch` for the client's `fetch` option. Answers are read from gzip, deflate and Brotli; redirects are not followed; the
 * only time limits are those of the call and `connectTimeout`.
 *
 * @example const client = new TwilioClient({ fetch: createNodeFetch() });
 */
export function createNodeFetch(options: NodeFetchOptions = {}): NodeFetch {
  const { connections, keepAliveTimeout, connectTimeout } = options;
  const dispatcher =
    options.dispatcher ??
    new Agent({
      ...(connections !== undefined && { connections }),
      ...(keepAliveTimeout !== undefined && { keepAliveTimeout }),
      ...(connectTimeout !== undefined && { connect: { timeout: connectTimeout } }),
    });
  const send: Fetch = async (url, init) => {
    init.signal?.throwIfAborted();
    // Both off: a call has a deadline of its own, that covers more.
    const limits = { headersTimeout: 0, bodyTimeout: 0 };
    const parts = partsOf(init);
    const answer = await request(url, { dispatcher, ...limits, ...parts, signal: init.signal ?? null });
    return nodeResponse(answer, init.method);
  };
  return Object.assign(send, { close: () => dispatcher.close() });
}

function partsOf(init: FetchInit): Pick<Dispatcher.RequestOptions, "method" | "headers" | "body"> {
  const headers = Object.fromEntries(init.headers);
  headers["accept-encoding"] ??= "gzip, deflate, br";
  const { body, type } = requestBody(init.body);
  if (type !== undefined) headers["content-type"] ??= type;
  return { method: init.method, headers, body };
}
