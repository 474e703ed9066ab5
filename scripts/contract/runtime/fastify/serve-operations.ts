// Serves operations with Fastify: through its whole lifecycle, or outside of it once the route is found.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PathTable } from "../boundary/path-table.ts";
import {
  addRoutes,
  isBelow,
  type RouteParts,
  rawPathReader,
  rejectEmpty,
  segmentsBelow,
  throwNotFound,
} from "./add-routes.ts";
import { addBodyParser, ExchangeOf } from "./begun-exchanges.ts";
import { DirectOperation } from "./direct-operation.ts";
import { isLogging, lifecycleParts, namingOperation } from "./lifecycle-parts.ts";
import { lostRequests } from "./lost-requests.ts";
import { OperationBoundary } from "./operation-boundary.ts";
import { problemSender } from "./send-problem.ts";
import type { Served, Service } from "./served.ts";
import { endUnusedConnections } from "./unused-connections.ts";

/**
 * Registers a route for each operation, and responds for every other path and method below the same servers.
 */
export function serveOperations(app: FastifyInstance, all: readonly Served[], service: Service): void {
  endUnusedConnections(app);
  for (const basePath of new Set(all.map((served) => served.basePath))) {
    const below = all.filter((served) => served.basePath === basePath);
    const plugin = (scope: FastifyInstance, _: object, done: () => void): void => {
      addBelow(scope, below, service);
      done();
    };
    void app.register(plugin, { prefix: basePath });
  }
}

/** One operation with both ways of serving it. */
interface Target extends Served {
  readonly boundary: OperationBoundary;
  readonly directly: DirectOperation;
}

function addBelow(app: FastifyInstance, all: readonly Served[], service: Service): void {
  const begun = new ExchangeOf(app);
  addBodyParser(app, begun, service);
  const maxBody = maxBodyOf(app);
  const targets = all.map((served): Target => {
    const boundary = new OperationBoundary(served, service);
    return { ...served, boundary, directly: new DirectOperation(boundary, service, maxBody) };
  });
  const byId = new Map(targets.map(({ operation, boundary }) => [operation.operationId, boundary]));
  const sendProblem = problemSender({
    ...service,
    fieldsOf: (request) => begun.get(request)?.fields ?? service.fieldsOf(request),
    breachOf: ({ operationId = "" }, problem, fields) => byId.get(operationId)?.breachOf(problem, fields),
  });
  const sendError: typeof sendProblem = (error, request, reply) => {
    const exchange = begun.get(request);
    if (exchange !== undefined) exchange.error = error;
    return sendProblem(error, request, reply);
  };
  // An application's own error handler stays: the errors it receives carry everything a problem document
  // contains.
  if (app.errorHandler.name === "defaultErrorHandler") app.setErrorHandler(sendError);
  const table = addRoutes(app, targets, (target) =>
    service.direct
      ? directParts(app, target)
      : lifecycleParts(app, target.boundary, { begun, service, maxBody }),
  );
  const refuse = (request: FastifyRequest): never =>
    throwNotFound(table, request.method, segmentsBelow(app.prefix, request));
  // Runs before anything of the body is read.
  app.addHook("onRequest", (request, _reply, done) => {
    if (request.is404) refuse(request);
    done();
  });
  app.setNotFoundHandler(refuse);
  lostRequests.add(app.server, (request, reply) => {
    if (!isBelow(app.prefix, request)) return false;
    serveLost(table, { request, reply, prefix: app.prefix }, sendError);
    return true;
  });
}

/** Returns Fastify's limit for bodies, in bytes. */
function maxBodyOf({ initialConfig }: FastifyInstance): number {
  return initialConfig.bodyLimit ?? 1_048_576;
}

/** Serves requests that Fastify's router rejects; they never enter its lifecycle. */
function serveLost(
  table: PathTable<Target>,
  lost: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly prefix: string },
  sendError: ReturnType<typeof problemSender>,
): void {
  const { request, reply, prefix } = lost;
  const path = segmentsBelow(prefix, request);
  const found = table.find(request.method, path);
  if (found?.target !== undefined) {
    reply.hijack();
    found.target.directly.serve(request, reply.raw, found.rawPath);
    return;
  }
  try {
    throwNotFound(table, request.method, path);
  } catch (error) {
    sendError(error, request, reply);
  }
}

/**
 * Returns the route options for direct serving: Fastify finds the route and runs the application's hooks; the
 * rest of the exchange bypasses it.
 */
function directParts(app: FastifyInstance, { operation, directly }: Target): RouteParts {
  const { operationId } = operation;
  const rawPathOf = rawPathReader(operation.path, app.prefix);
  return {
    onRequest(request, reply) {
      rejectEmpty(request);
      reply.hijack();
      directly.serve(request, reply.raw, rawPathOf(request), reply);
    },
    handler: () => {
      throw new TypeError(`${operationId} was reached without its onRequest`);
    },
    // The schemas of routes are for documentation only; the operation's own validators have validated
    // already.
    validatorCompiler: () => undefined as never,
    serializerCompiler: () => undefined as never,
    ...(isLogging(app) ? { childLoggerFactory: namingOperation(app, operationId) } : {}),
  };
}
