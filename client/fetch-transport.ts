// A `fetch` for openapi-fetch that adds the client's credentials, idempotency keys, retries and timeouts.
import type { ConnectionOptions } from "./call-options.ts";
import { type ApiSettings, contextOf } from "./connect.ts";
import type { Operation, StreamCall } from "./operation.ts";
import { call } from "./request/call.ts";
import { fillPath } from "./request/fill-path.ts";
import { queryString } from "./request/query-string.ts";
import { type ApiError, CallError, ConnectionError, isApiError } from "./response/errors.ts";
import { isJson } from "./response/media-type.ts";

/** An operation by method and path, `GET /pools/{id}`, and its properties that differ from the defaults. */
export type FetchRoute = readonly [
  line: string,
  details?: Pick<Operation, "server" | "security" | "keyed"> | undefined,
];

/** The options of openapi-fetch's client that the transport provides. */
export interface FetchTransport {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Throws for values that would lead to another path. */
  readonly checkPath: (path: string) => string;
}

/**
 * Sends requests below `baseUrl` as calls of the operation whose path they match; all others are sent
 * unchanged, without credentials.
 *
 * @param routes  if several match a path, the first is used
 */
export function fetchTransport(
  api: ApiSettings,
  routes: readonly FetchRoute[],
  options: ConnectionOptions,
): FetchTransport {
  const context = contextOf(api, options);
  const { baseUrl } = context;
  // Normalised as `Request` does: host in lower case, no default port.
  const below = `${new URL(baseUrl).href.replace(/\/+$/, "")}/`;
  let patterns: Pattern[] | undefined;
  return {
    baseUrl,
    checkPath: (path) => fillPath(path, []),
    async fetch(request) {
      const { method, signal } = request;
      const headers = { Accept: "*/*", ...Object.fromEntries(request.headers) };
      // Buffered, so that it can be sent again.
      const content = await request.arrayBuffer();
      const body = content.byteLength > 0 ? content : undefined;
      const [url = ""] = request.url.split("#");
      if (!url.startsWith(below)) {
        const init = { method, headers: new Headers(headers), redirect: "manual", signal } as const;
        return context.fetch(url, body ? { ...init, body } : init);
      }
      const [path, search] = split(url.slice(below.length - 1));
      patterns ??= routes.map(patternOf);
      const match = matching(patterns, method, path);
      const operation: Operation = {
        method,
        path: match?.template ?? path,
        ...match?.details,
        answers: { default: "*/*" },
        segment: (_, value) => String(value),
        search: (query) => [search ?? [], queryString(query) || []].flat().join("&"),
        stream: contentOf,
      };
      try {
        const result = await call(
          context,
          operation,
          { path: match?.values ?? [], body },
          { signal, headers },
        );
        // The body of a response to HEAD has already been discarded.
        return result.data instanceof Response ? result.data : result.response;
      } catch (error) {
        if (isApiError(error) && error.status > 0) return responseOf(error);
        throw error;
      }
    },
  };
}

interface Pattern {
  readonly method: string;
  readonly template: string;
  readonly details: FetchRoute[1];
  readonly path: RegExp;
}

function patternOf([line, details]: FetchRoute): Pattern {
  const [method, template = ""] = split(line, " ");
  const texts = template.split(/\{[^{}]+\}/).map((text) =>
    // Normalised as in a URL, which begins and ends with neither blanks nor dots.
    new URL(`http://a/x${text}x`).pathname.slice(2, -1).replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"),
  );
  return {
    method,
    template,
    details,
    path: new RegExp(`^${texts.join("([^/]+)")}$`),
  };
}

function matching(
  patterns: readonly Pattern[],
  method: string,
  path: string,
): (Pattern & { readonly values: readonly string[] }) | undefined {
  for (const pattern of patterns) {
    const found = pattern.method === method && pattern.path.exec(path);
    if (found) return { ...pattern, values: found.slice(1) };
  }
  return undefined;
}

/** Splits a text at the first mark. */
function split(text: string, mark = "?"): readonly [before: string, behind?: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * JSON and text are read within the call, which is retried if they are cut off; other content is passed on as
 * a stream.
 */
function contentOf(
  response: Response,
  mediaType: string,
  { site, deadline }: StreamCall,
): Response | Promise<Response> {
  const isText = mediaType.startsWith("text/") && mediaType !== "text/event-stream";
  if (mediaType !== "" && !isText && !isJson(mediaType)) {
    // The caller's signal stays in effect until the stream has ended.
    deadline.streams = true;
    return response;
  }
  const lost = (cause: unknown): Error =>
    cause instanceof CallError ? cause : new ConnectionError(site, "the response ended early", true, cause);
  return deadline.race(response.arrayBuffer(), lost).then((bytes) => {
    const { status, statusText, headers, url } = response;
    const copy = new Response(bytes.byteLength > 0 ? bytes : null, { status, statusText, headers });
    return Object.defineProperty(copy, "url", { value: url });
  });
}

/** Recreates the response of an error for openapi-fetch, as its body has been consumed. */
function responseOf({ status, headers, body }: ApiError): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(text || null, { status, headers });
}
