// Requests that Fastify's router rejects because their path cannot be decoded: the path table can still find
// their operation.
import type { Server } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Serves a request, or returns false if it has no route for it. */
export type LostServer = (request: FastifyRequest, reply: FastifyReply) => boolean;

class LostRequests {
  readonly #known = new WeakMap<Server, LostServer[]>();

  add(server: Server, serve: LostServer): void {
    const others = this.#known.get(server) ?? [];
    this.#known.set(server, others);
    others.push(serve);
  }

  /** Serves the request; returns false if no operation matches. */
  serve(request: FastifyRequest, reply: FastifyReply): boolean {
    return this.#known.get(request.server.server)?.some((serve) => serve(request, reply)) ?? false;
  }
}

/** Lost requests by Node server, which applications share with their plugins. */
export const lostRequests = new LostRequests();
