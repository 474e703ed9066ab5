// Serves operations with Fastify: through its whole lifecycle, or outside of it once the route is found.
import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from "fastify";
import { addRoutes, type RouteParts } from "./add-routes.ts";
import { addBodyParser, ExchangeOf } from "./begun-exchanges.ts";
import { DirectOperation } from "./direct-operation.ts";
import { isLogging, lifecycleParts, namingOperation } from "./lifecycle-parts.ts";
import { OperationBoundary } from "./operation-boundary.ts";
import { PathsBelow } from "./paths-below.ts";
import { rawPathReader, rejectEmpty } from "./raw-path.ts";
import { problemSender } from "./send-problem.ts";
import type { Served, Service } from "./served.ts";
import { addServedPaths, rejectUnserved } from "./served-paths.ts";
import { endUnusedConnections } from "./unused-connections.ts";

/**
 * Registers a route for each operation, and responds for every other path and method below the same servers.
 */
export function serveOperations(app: FastifyInstance, all: readonly Served[], service: Service): void {
  endUnusedConnections(app);
  for (const basePath of new Set(all.map((served) => served.basePath))) {
    const below = all.filter((served) => served.basePath === basePath);
    void app.register(
      pluginOf((scope) => addBelow(scope, below, service)),
      { prefix: basePath },
    );
  }
}

/**
 * Returns a plugin that runs a function; its errors reject `ready`. Thrown by a plugin with a callback, they
 * would end the process.
 */
export function pluginOf<Options extends object>(
  run: (app: FastifyInstance, options: Options) => void,
): FastifyPluginCallback<Options> {
  return (app, options, done) => {
    try {
      run(app, options);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
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
  const paths = new PathsBelow(app);
  const table = addRoutes(app, targets, {
    paths,
    partsOf: (target) =>
      service.direct
        ? directParts(app, target, paths)
        : lifecycleParts(app, target.boundary, { begun, service, paths, maxBody }),
  });
  if (addServedPaths(app.server, paths, table)) rejectOtherPaths(app, paths);
}

/** Responds for the paths and methods below a prefix that no route has. */
function rejectOtherPaths(app: FastifyInstance, { prefix }: PathsBelow): void {
  const reject = (request: FastifyRequest): never => rejectUnserved(request, prefix);
  // Runs after all hooks for `onRequest`, also those that the application adds later, and before anything of
  // the body is read.
  app.addHook("preParsing", (request, _reply, _payload, done) => {
    if (request.is404) reject(request);
    done();
  });
  try {
    if (prefix !== "") app.setNotFoundHandler(reject);
    else amendNotFound(app, reject);
  } catch (error) {
    // The application has a handler of its own already.
    if (!isHandlerSet(error)) throw error;
  }
}

/**
 * Replaces Fastify's default handler, but not that of the application, which may also be set later: without a
 * handler, `setNotFoundHandler` only adds hooks to the default one.
 */
function amendNotFound(app: FastifyInstance, reject: (request: FastifyRequest) => never): void {
  const amend = app.setNotFoundHandler.bind(app) as (hooks: object) => void;
  try {
    amend({ preHandler: reject });
  } catch (error) {
    if (isHandlerSet(error)) throw error;
    // A plugin that replaced the method, such as @fastify/otel, may require a handler.
    app.setNotFoundHandler(reject);
  }
}

/** Fastify's error has no code. */
function isHandlerSet(error: unknown): boolean {
  return error instanceof Error && error.message.includes("handler already set");
}

/** Returns Fastify's limit for bodies, in bytes. */
function maxBodyOf({ initialConfig }: FastifyInstance): number {
  return initialConfig.bodyLimit ?? 1_048_576;
}

/**
 * Returns the route options for direct serving: Fastify finds the route and runs the application's hooks; the
 * rest of the exchange bypasses it.
 */
function directParts(app: FastifyInstance, { operation, directly }: Target, paths: PathsBelow): RouteParts {
  const { operationId } = operation;
  const rawPathOf = rawPathReader(operation, paths);
  return {
    onRequest(request, reply) {
      rejectEmpty(request);
      const rawPath = rawPathOf(request);
      reply.hijack();
      directly.serve(request, reply.raw, rawPath, reply);
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
