// Makes every route from the contract's operations and the handlers; neither may have one that the other has not.
import type { FastifyInstance } from "fastify";
import type { TableRoute } from "../../generated/boundary.ts";
import { type OperationId, operations } from "../../generated/operations.ts";
import { routes } from "../../generated/routes.ts";
import { addRoutes, rawPathReader, type RouteParts } from "../../generated/serve-operations.ts";
import type { Handler, Handlers } from "./handler.ts";
import { basePath } from "../ids/locations.ts";
import { OperationServer } from "./operation-server.ts";
import type { Services } from "../services.ts";

/** What a path and method of the contract lead to. */
export type ContractRoute = OperationServer<OperationId>;

/** Two sides of the server do not fit together: it must not start. */
export class RouteError extends Error {
  override readonly name = "RouteError";
}

/** Registers all operations; returns them for the errors of routing. Throws a RouteError that names the operationId. */
export function addContractRoutes(
  app: FastifyInstance,
  handlers: Handlers,
  services: Services,
): TableRoute<ContractRoute>[] {
  const ids = Object.keys(operations) as OperationId[]; // `Object.keys` forgets the key type; the table is `as const`.
  refuseSurplus(Object.keys(handlers), ids);
  const served = ids.map((id) => {
    const { operationId, method, path, body } = operations[id];
    return {
      operation: { operationId, method, path: `${basePath}${path}`, body },
      ...routes[id],
      server: new OperationServer(id, handlerOf(handlers, id), services),
    };
  });
  addRoutes(app, served, ({ operation, server }) => partsOf(operation.path, server));
  return served.map(({ operation, server }) => ({ ...operation, target: server }));
}

/** From here on the exchange is the operation's: it speaks to Node's own objects, which is half of what a short one costs. */
function partsOf(path: string, server: ContractRoute): RouteParts {
  const rawPathOf = rawPathReader(path, "");
  return {
    handler: (request, reply) => {
      const rawPath = rawPathOf(request);
      reply.hijack();
      server.serve({ request: request.raw, response: reply.raw, requestId: request.id, rawPath });
    },
    ...withoutCompilers,
  };
}

/** Schemas of routes are for whoever reads them; what the operation's own reading finds is not looked for twice. */
const withoutCompilers = {
  validatorCompiler: () => undefined as never,
  serializerCompiler: () => undefined as never,
};

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
