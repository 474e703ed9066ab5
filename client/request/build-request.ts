// The seam to openapi-fetch: it puts headers together; nothing else here knows that it does.
import { mergeHeaders } from "openapi-fetch";
import { jsonText } from "./json-text.ts";
import { isJson } from "../response/media-type.ts";
import type { Operation } from "../operation.ts";
import { queryString } from "./query-string.ts";

/** The part of `fetch` that the client uses; the global one fits, and so does a function around another HTTP client. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/**
 * What a `Fetch` is given. Redirects are `manual`: credentials, keys and bodies are meant for the server they were given
 * for, and platforms would turn some writes into reads.
 */
export interface FetchInit extends RequestInit {
  method: string;
  headers: Headers;
  duplex?: "half";
}

/** Headers to send; null takes one away that the client would send. */
export type HeaderValues = Readonly<Record<string, string | null | undefined>>;

/** One request, still in parts. */
export interface RequestParts {
  readonly baseUrl: string;
  /** The path, values filled in. */
  readonly path: string;
  readonly query: object;
  readonly body: unknown;
  /** From the weakest to the strongest. */
  readonly headers: readonly (HeaderValues | undefined)[];
}

/** The URL, and what else `fetch` needs but for a signal. */
export function requestOf(operation: Operation, parts: RequestParts): { url: string; init: FetchInit } {
  const { baseUrl, path, query, body } = parts;
  const search = (operation.search ?? queryString)(query);
  const url = `${baseUrl}${path}${search && `?${search}`}`;
  const headers = mergeHeaders(...parts.headers);
  const init: FetchInit = { method: operation.method, headers, redirect: "manual" };
  if (body !== undefined) {
    const { encode = isJson(operation.body ?? "") && jsonText } = operation;
    init.body = encode ? encode(body, headers) : (body as NonNullable<RequestInit["body"]>);
    // As the Fetch standard asks of streams.
    if (body instanceof ReadableStream) init.duplex = "half";
  }
  return { url, init };
}
