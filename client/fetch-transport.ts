// What openapi-fetch's client calls through in place of the platform's fetch: the credentials, keys, repetitions and deadline of all calls.
import type { ConnectionOptions } from "./call-options.ts";
import { type ApiSettings, contextOf } from "./connect.ts";
import type { Operation, StreamCall } from "./operation.ts";
import { call } from "./request/call.ts";
import { fillPath } from "./request/fill-path.ts";
import { queryString } from "./request/query-string.ts";
import { type ApiError, CallError, ConnectionError, isApiError } from "./response/errors.ts";
import { isJson } from "./response/media-type.ts";

/** An operation as it is told from others, `GET /pools/{id}`, and what it asks for beside what all do. */
export type FetchRoute = readonly [
  line: string,
  details?: Pick<Operation, "server" | "security" | "keyed"> | undefined,
];

/** What openapi-fetch is given of it. */
export interface FetchTransport {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Refuses values that would lead to another path. */
  readonly checkPath: (path: string) => string;
}

/**
 * Sends requests below `baseUrl` as calls of the operation whose path they have; all others go out as they are, without credentials.
 *
 * @param routes  of several that match a path, the first is meant
 */
export function fetchTransport(
  api: ApiSettings,
  routes: readonly FetchRoute[],
  options: ConnectionOptions,
): FetchTransport {
  const context = contextOf(api, options);
  const { baseUrl } = context;
  // As requests have it: host in lower case, no default port.
  const below = `${new URL(baseUrl).href.replace(/\/+$/, "")}/`;
  let patterns: Pattern[] | undefined;
  return {
    baseUrl,
    checkPath: (path) => fillPath(path, []),
    async fetch(request) {
      const { method, signal } = request;
      const headers = { Accept: "*/*", ...Object.fromEntries(request.headers) };
      // Held, so that it can be sent again.
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
        const answer = await call(
          context,
          operation,
          { path: match?.values ?? [], body },
          { signal, headers },
        );
        // A response to HEAD has been let go of.
        return answer.data instanceof Response ? answer.data : answer.response;
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
    // As a URL has it, which begins and ends with neither blanks nor dots.
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

/** A text before and behind the first mark. */
function split(text: string, mark = "?"): readonly [before: string, behind?: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** JSON and texts are read within the call, and asked for again where they break off; anything else comes as it is sent. */
function contentOf(
  response: Response,
  mediaType: string,
  { site, deadline }: StreamCall,
): Response | Promise<Response> {
  const isText = mediaType.startsWith("text/") && mediaType !== "text/event-stream";
  if (mediaType !== "" && !isText && !isJson(mediaType)) {
    // Until it is over, the caller's signal ends it.
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

/** What openapi-fetch tells apart by its status: its body has been read for the error. */
function responseOf({ status, headers, body }: ApiError): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(text || null, { status, headers });
}
