// Makes every route from the contract's operations and the handlers; neither may have one that the other has not.
import type { FastifyInstance } from "fastify";
import { type OperationId, operations } from "../generated/operations.ts";
import type { Handler, Handlers } from "./handler.ts";
import { basePath } from "./locations.ts";
import { rawPathParameters, type Route } from "./path-table.ts";
import { OperationServer } from "./operation-server.ts";
import type { Services } from "./services.ts";

/** What a path and method lead to. */
export interface ContractRoute {
  readonly template: readonly string[];
  readonly server: OperationServer<OperationId>;
}

/** Two sides of the server do not fit together: it must not start. */
export class RouteError extends Error {
  override readonly name = "RouteError";
}

/** Registers all operations; returns them for the errors of routing. Throws a RouteError that names the operationId. */
export function addContractRoutes(
  app: FastifyInstance,
  handlers: Handlers,
  services: Services,
): Route<ContractRoute>[] {
  const ids = Object.keys(operations) as OperationId[]; // `Object.keys` forgets the key type; the table is `as const`.
  refuseSurplus(Object.keys(handlers), ids);
  return ids.flatMap((id) => {
    const { method, path } = operations[id];
    const target = {
      template: `${basePath}${path}`.split("/"),
      server: new OperationServer(id, handlerOf(handlers, id), services),
    };
    const methods = withHead(method);
    addRoute(app, methods, path, target);
    return methods.map((one) => ({ method: one, path: `${basePath}${path}`, target }));
  });
}

/** HEAD is served like GET, without the content (RFC 9110, section 9.3.2). */
function withHead(method: string): string[] {
  return method === "GET" ? ["GET", "HEAD"] : [method];
}

function addRoute(app: FastifyInstance, methods: string[], path: string, route: ContractRoute): void {
  app.route<{ Params: Record<string, string> }>({
    method: methods,
    url: `${basePath}${path.replace(/\{([^}]*)\}/g, ":$1")}`,
    handler: ({ raw: request, params, id: requestId }, reply) => {
      const { url = "" } = request;
      // The router has decoded the parameters; the parsers want them as sent, and only a percent sign makes a difference.
      const rawPath = url.includes("%") ? rawPathParameters(route.template, pathOf(url)) : params;
      reply.hijack();
      route.server.serve({ request, response: reply.raw, requestId, rawPath });
    },
  });
}

/** A URL without its query. */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** Written without the generic, which would make every operation's handler a handler of every operation. */
function handlerOf(handlers: Handlers, id: OperationId): Handler<OperationId> {
  const handler: unknown = Object.hasOwn(handlers, id) ? handlers[id] : undefined;
  if (!isHandler(handler)) throw new RouteError(`operation ${id} has no handler in server/handlers/`);
  return handler;
}

function isHandler(value: unknown): value is Handler<OperationId> {
  return typeof value === "function";
}

function refuseSurplus(names: readonly string[], ids: readonly string[]): void {
  const surplus = names.find((name) => !ids.includes(name));
  if (surplus !== undefined) throw new RouteError(`handler ${surplus} has no operation in the contract`);
}
