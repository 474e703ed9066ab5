// The body of a request as undici takes it.
import { Readable } from "node:stream";
import type { FetchInit } from "../request/build-request.ts";

/** A body, and the media type that follows from what it is. */
interface RequestBody {
  readonly body: string | Uint8Array | Readable | null;
  readonly type?: string | undefined;
}

/** Texts and bytes are sent as they are; forms, files and streams as `fetch` would send them. */
export function requestBody(body: FetchInit["body"]): RequestBody {
  if (body === undefined || body === null) return { body: null };
  if (typeof body === "string" || body instanceof Uint8Array) return { body };
  const encoded = new Response(body);
  const stream = encoded.body;
  return {
    body: stream === null ? null : Readable.from(stream),
    type: encoded.headers.get("Content-Type") ?? undefined,
  };
}
