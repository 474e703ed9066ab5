// Security header fields for responses that Fastify sends; they keep a browser from sniffing types. Contract
// responses get the first one from `respond.ts`, which writes to the socket directly.
import type { FastifyReply, FastifyRequest } from "fastify";

const fields = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

/** An `onRequest` hook for routes whose responses Fastify sends. */
export function addSecureFields(_: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers(fields);
  done();
}
