// What is answered when the router finds nothing: 404, 405 with `Allow`, or the operation itself for a URL it cannot decode.
import type { FastifyReply, FastifyRequest } from "fastify";
import { refusalOf } from "./failure.ts";
import { PathTable, rawPathParameters, type Route } from "./path-table.ts";
import { Refusal } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import { type ContractRoute, pathOf } from "./routes.ts";
import type { Services } from "./services.ts";

/** What Fastify is given for the cases that no route handles. */
export interface RoutingErrors {
  readonly notFound: (request: FastifyRequest, reply: FastifyReply) => void;
  /** A path whose percent-encoding is broken: where it leads is known all the same. */
  readonly badUrl: (request: FastifyRequest, reply: FastifyReply) => void;
  /** Something threw outside an operation. */
  readonly failed: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

/** @param routes all paths and methods; the target of one that is not the contract's is undefined */
export function createRoutingErrors(
  routes: readonly Route<ContractRoute | undefined>[],
  services: Services,
): RoutingErrors {
  const table = new PathTable(routes);
  const { lifecycle, log } = services;

  function notFound({ raw, id }: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    const methods = table.find(pathOf(raw.url ?? ""));
    if (methods === undefined) {
      refuse(reply.raw, new Refusal("notFound", { detail: "There is no such path." }), id, lifecycle);
      return;
    }
    const allowed = [...methods.keys()].join(", ");
    const refusal = new Refusal("methodNotAllowed", {
      detail: `This path has ${allowed}.`,
      headers: { Allow: allowed },
    });
    refuse(reply.raw, refusal, id, lifecycle);
  }

  return {
    notFound,
    badUrl(request, reply) {
      const { url = "", method = "" } = request.raw;
      const route = table.find(pathOf(url))?.get(method);
      if (route === undefined) {
        notFound(request, reply);
        return;
      }
      reply.hijack();
      const rawPath = rawPathParameters(route.template, pathOf(url));
      route.server.serve({ request: request.raw, response: reply.raw, requestId: request.id, rawPath });
    },
    failed(error, request, reply) {
      reply.hijack();
      refuse(reply.raw, refusalOf(error, log, { requestId: request.id }), request.id, lifecycle);
    },
  };
}
