// Builds requests. The only module that depends on openapi-fetch, which merges the headers.
import { mergeHeaders } from "openapi-fetch";
import { jsonText } from "./json-text.ts";
import { isJson } from "../response/media-type.ts";
import type { Operation } from "../operation.ts";
import { queryString } from "./query-string.ts";

/**
 * The part of `fetch` that the client uses; the global one is assignable, and so is a wrapper of another HTTP
 * client.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/**
 * Options passed to a `Fetch`. `redirect` is `manual`: credentials, idempotency keys and bodies are meant for
 * the original server only, and platforms would turn some writes into reads.
 */
export interface FetchInit extends RequestInit {
  method: string;
  headers: Headers;
  duplex?: "half";
}

/** Headers to send; null removes one that the client would send. */
export type HeaderValues = Readonly<Record<string, string | null | undefined>>;

/** The parts of one request. */
export interface RequestParts {
  readonly baseUrl: string;
  /** The path with its values. */
  readonly path: string;
  readonly query: object;
  readonly body: unknown;
  /** In ascending order of precedence. */
  readonly headers: readonly (HeaderValues | undefined)[];
}

/** Returns the URL and the options for `fetch`, except for the signal. */
export function requestOf(operation: Operation, parts: RequestParts): { url: string; init: FetchInit } {
  const { baseUrl, path, query, body } = parts;
  const search = (operation.search ?? queryString)(query);
  const url = `${baseUrl}${path}${search && `?${search}`}`;
  const headers = mergeHeaders(...parts.headers);
  const init: FetchInit = { method: operation.method, headers, redirect: "manual" };
  if (body !== undefined) {
    const { encode = isJson(operation.body ?? "") && jsonText } = operation;
    init.body = encode ? encode(body, headers) : (body as NonNullable<RequestInit["body"]>);
    // The Fetch standard requires `duplex` for streams.
    if (body instanceof ReadableStream) init.duplex = "half";
  }
  return { url, init };
}
