// Converts the body of a request to undici's types.
import { Readable } from "node:stream";
import type { FetchInit } from "../request/build-request.ts";

/** A body, and the media type that follows from its type. */
interface RequestBody {
  readonly body: string | Uint8Array | Readable | null;
  readonly type?: string | undefined;
}

/**
 * Converts a body: texts and bytes are passed on as they are; forms, files and streams as `fetch` would send
 * them.
 */
export function requestBody(body: FetchInit["body"]): RequestBody {
  if (body === undefined || body === null) return { body: null };
  if (typeof body === "string" || body instanceof Uint8Array) return { body };
  // Sent with its length: not every server reads chunks.
  if (body instanceof URLSearchParams)
    return { body: String(body), type: "application/x-www-form-urlencoded;charset=UTF-8" };
  const encoded = new Response(body);
  const stream = encoded.body;
  return {
    body: stream === null ? null : Readable.from(stream),
    type: encoded.headers.get("Content-Type") ?? undefined,
  };
}
