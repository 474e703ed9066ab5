// What the boundary wants to know of a request, taken from Fastify's.
import type { TLSSocket } from "node:tls";
import type { FastifyRequest } from "fastify";
import type { HeaderFields, MessageHead } from "../boundary/message-head.ts";
import { fieldLines } from "./field-lines.ts";

/** A class, since closures for each request would cost more than what they are asked for. */
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
    // Requests that are injected have no lines.
    const { raw, headers } = this.#request;
    return "headersDistinct" in raw ? fieldLines(raw) : headers;
  }

  certificate(): object {
    return certificateOf(this.#request);
  }
}

/** Also without one: behind a proxy, it is the proxy that has seen the certificate. */
function certificateOf({ raw: { socket } }: FastifyRequest): object {
  if (!("getPeerCertificate" in socket)) return { certificate: undefined, authorized: false };
  const tls = socket as TLSSocket; // Nothing else has this method.
  const certificate = tls.getPeerCertificate();
  const isThere = Object.keys(certificate).length > 0;
  return { certificate: isThere ? certificate : undefined, authorized: tls.authorized };
}
