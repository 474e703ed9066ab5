// What is answered when the router finds nothing: 404, 405 with `Allow`, or the operation itself for a URL it cannot decode.
import type { FastifyReply, FastifyRequest } from "fastify";
import { PathTable, type TableRoute } from "../../generated/boundary.ts";
import { refusalOf } from "../problems/problem-from-error.ts";
import { Refusal } from "../problems/refusal.ts";
import { refuse } from "./refuse.ts";
import { type ContractRoute, pathOf } from "./routes.ts";
import type { Services } from "../services.ts";

/** What Fastify is given for the cases that no route handles. */
export interface RoutingErrors {
  readonly notFound: (request: FastifyRequest, reply: FastifyReply) => void;
  /** A path whose percent-encoding is broken: where it leads is known all the same. */
  readonly badUrl: (request: FastifyRequest, reply: FastifyReply) => void;
  /** Something threw outside an operation. */
  readonly failed: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

/** @param routes all paths and methods; the target of one that is not the contract's is null */
export function createRoutingErrors(
  routes: readonly TableRoute<ContractRoute | null>[],
  services: Services,
): RoutingErrors {
  const table = new PathTable(routes);
  const { lifecycle, log } = services;

  function notFound({ raw, id }: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    refuse(
      reply.raw,
      refusalFor(table.find(raw.method ?? "", pathOf(raw.url ?? ""))?.allowed),
      id,
      lifecycle,
    );
  }

  return {
    notFound,
    badUrl(request, reply) {
      const { url = "", method = "" } = request.raw;
      const found = table.find(method, pathOf(url));
      if (found?.target === undefined || found.target === null) {
        notFound(request, reply);
        return;
      }
      reply.hijack();
      const { target, rawPath } = found;
      target.serve({ request: request.raw, response: reply.raw, requestId: request.id, rawPath });
    },
    failed(error, request, reply) {
      reply.hijack();
      refuse(reply.raw, refusalOf(error, log, { requestId: request.id }), request.id, lifecycle);
    },
  };
}

/** @param methods  those of the path; undefined when there is no such path */
function refusalFor(methods: readonly string[] | undefined): Refusal {
  if (methods === undefined) return new Refusal("notFound", { detail: "There is no such path." });
  const allowed = methods.join(", ");
  return new Refusal("methodNotAllowed", {
    detail: `This path has ${allowed}.`,
    headers: { Allow: allowed },
  });
}
