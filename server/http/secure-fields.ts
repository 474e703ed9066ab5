// Header fields that keep a browser from guessing, beside what each page says for itself. Answers of the contract have the first one
// from respond.ts, which writes to the socket at once.
import type { FastifyReply, FastifyRequest } from "fastify";

const fields = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

/** A hook for what Fastify answers by itself. */
export function addSecureFields(_: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers(fields);
  done();
}
