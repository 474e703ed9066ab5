// The head of a request for the boundary, taken from Fastify's request.
import type { TLSSocket } from "node:tls";
import type { FastifyRequest } from "fastify";
import type { HeaderFields, MessageHead } from "../boundary/message-head.ts";
import { fieldLines } from "./field-lines.ts";

/** A class, because closures per request would cost more than the properties they compute. */
export class RequestHead implements MessageHead {
  readonly target: string;
  readonly headers: HeaderFields;
  readonly #request: FastifyRequest;

  constructor(request: FastifyRequest) {
    this.target = request.url;
    this.headers = request.headers;
    this.#request = request;
  }

  get connection(): object {
    return this.#request.raw.socket;
  }

  lines(): HeaderFields {
    // Injected requests have no separate lines.
    const { raw, headers } = this.#request;
    return "headersDistinct" in raw ? fieldLines(raw) : headers;
  }

  certificate(): object {
    return certificateOf(this.#request);
  }
}

const isChunked = { "transfer-encoding": "chunked" };

/**
 * Returns the header fields by which the content of a request is judged: HTTP/2 needs no field to announce
 * content (RFC 9113, section 8.1).
 */
export function contentFields({ raw, headers }: Pick<FastifyRequest, "raw" | "headers">): HeaderFields {
  if (raw.httpVersionMajor < 2 || headers["content-length"] !== undefined) return headers;
  const { stream } = raw as { readonly stream?: { readonly endAfterHeaders?: boolean } };
  return stream === undefined || stream.endAfterHeaders === true ? headers : { ...headers, ...isChunked };
}

/** Returns the same for content that a hook has replaced: its coding and its length are gone. */
export function replacedContentFields({ headers }: Pick<FastifyRequest, "headers">): HeaderFields {
  return { ...headers, "content-encoding": undefined, "content-length": undefined, ...isChunked };
}

/**
 * Returns the client certificate; an empty object if there is none: behind a proxy, only the proxy sees it.
 */
function certificateOf({ raw: { socket } }: FastifyRequest): object {
  if (!("getPeerCertificate" in socket)) return { certificate: undefined, authorized: false };
  const tls = socket as TLSSocket; // Only TLS sockets have this method.
  const certificate = tls.getPeerCertificate();
  const isThere = Object.keys(certificate).length > 0;
  return { certificate: isThere ? certificate : undefined, authorized: tls.authorized };
}
