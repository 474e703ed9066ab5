// Requests that Fastify's router gives up on because their path cannot be decoded: the path table knows where they lead all the same.
import type { Server } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Serves a request, or says that it is not its own. */
export type LostServer = (request: FastifyRequest, reply: FastifyReply) => boolean;

class LostRequests {
  readonly #known = new WeakMap<Server, LostServer[]>();

  add(server: Server, serve: LostServer): void {
    const others = this.#known.get(server) ?? [];
    this.#known.set(server, others);
    others.push(serve);
  }

  /** False where no operation is meant. */
  serve(request: FastifyRequest, reply: FastifyReply): boolean {
    return this.#known.get(request.server.server)?.some((serve) => serve(request, reply)) ?? false;
  }
}

/** By the servers of Node that applications share with their plugins. */
export const lostRequests = new LostRequests();
