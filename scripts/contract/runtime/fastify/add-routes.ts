// Registers operations as routes of Fastify. Where its router is ambiguous, the path table decides.
import { METHODS } from "node:http";
import type { FastifyInstance, RouteOptions } from "fastify";
import { mayMeet, templateOf } from "../boundary/path-template.ts";
import type { PathTable } from "../boundary/path-table.ts";
import type { PathsBelow } from "./paths-below.ts";
import { isRegular, urlOf } from "./route-url.ts";
import type { RouteSchema } from "./served.ts";

/** An operation to register as a route. */
export interface RoutedOperation {
  readonly operation: {
    readonly operationId: string;
    readonly method: string;
    readonly path: string;
    readonly body: object | undefined;
  };
  readonly schema: RouteSchema;
  readonly links?: Readonly<Record<string, object>> | undefined;
}

/** Hooks of a route that run after those that plugins of the application add to it. */
interface LastHooks {
  readonly onRequest: RouteOptions["onRequest"];
  readonly preParsing?: RouteOptions["preParsing"];
  readonly preValidation?: RouteOptions["preValidation"];
}

/** The options of a route that serve it. */
export type RouteParts = LastHooks &
  Pick<
    RouteOptions,
    "handler" | "onResponse" | "validatorCompiler" | "serializerCompiler" | "childLoggerFactory"
  >;

/**
 * Registers a route for each operation below the prefix of `app`, each with its schema and
 * `config.operationId`, and returns the path table of all of them.
 */
export function addRoutes<Operation extends RoutedOperation>(
  app: FastifyInstance,
  operations: readonly Operation[],
  { paths, partsOf }: { readonly paths: PathsBelow; readonly partsOf: (operation: Operation) => RouteParts },
): PathTable<Operation> {
  const table = paths.tableOf(
    operations.map((target) => ({ method: target.operation.method, path: target.operation.path, target })),
  );
  const contested = contestedOf(operations);
  const constraint = contested.size === 0 ? undefined : addConstraint(app, { table, paths });
  const isDeclared = (method: string, path: string): boolean =>
    operations.some(
      ({ operation }) => operation.method === method && shapeOf(operation.path) === shapeOf(path),
    );
  const add = routesWithLastHooks(app);
  for (const routed of operations) {
    const { operation, schema, links } = routed;
    const { method, path, operationId } = operation;
    if (!METHODS.includes(method)) {
      app.log.warn(`Node cannot receive ${method}`);
      continue;
    }
    // HEAD is served wherever GET is (RFC 9110, section 9.3.2), whatever `exposeHeadRoutes` is.
    const exposeHeadRoute = method === "GET" && !isDeclared("HEAD", path);
    // Fastify does not read bodies of GET by default, and rejects a body schema for the HEAD route that it
    // adds.
    if (
      !app.supportedMethods.includes(method) ||
      (operation.body !== undefined && /^(GET|HEAD|TRACE)$/.test(method))
    )
      for (const one of exposeHeadRoute ? [method, "HEAD"] : [method])
        app.addHttpMethod(one, { hasBody: true, overrideExisting: true });
    const { onRequest, preParsing, preValidation, ...parts } = partsOf(routed);
    const route: object = {
      ...parts,
      method,
      url: urlOf(path),
      exposeHeadRoute,
      schema,
      // @fastify/swagger shows HEAD only for routes that request it.
      config: method === "HEAD" ? { operationId, swagger: { exposeHeadRoute: true } } : { operationId },
      ...(links === undefined ? {} : { links }),
      ...(constraint !== undefined && contested.has(routed)
        ? { constraints: { [constraint]: operationId } }
        : {}),
    };
    add(route as RouteOptions, { onRequest, preParsing, preValidation });
  }
  return table;
}

/**
 * Returns a function that adds a route whose last hooks run after those that plugins add when a route is
 * registered: limits per route count requests that are rejected for their credentials, too.
 */
function routesWithLastHooks(app: FastifyInstance): (route: RouteOptions, last: LastHooks) => void {
  let current: LastHooks = { onRequest: undefined };
  // The hooks of the applications around this one have run by then. Fastify also calls it for the HEAD route
  // that it adds to a GET.
  app.addHook("onRoute", (route) => {
    route.onRequest = [route.onRequest ?? [], current.onRequest ?? []].flat();
    if (current.preParsing !== undefined)
      route.preParsing = [route.preParsing ?? [], current.preParsing].flat();
    route.preValidation = [route.preValidation ?? [], current.preValidation ?? []].flat();
  });
  return (route, last) => {
    current = last;
    app.route(route);
  };
}

/**
 * Returns the operations that share paths with one whose path Fastify's router cannot express, or with one of
 * the same shape.
 */
function contestedOf<Operation extends RoutedOperation>(operations: readonly Operation[]): Set<Operation> {
  const known = operations.map((routed) => ({ routed, template: templateOf(routed.operation.path) }));
  const irregular = known.filter(({ template }) => !isRegular(template));
  const shapes = new Map<string, Operation>();
  const contested = new Set<Operation>();
  for (const { routed, template } of known) {
    const shape = `${routed.operation.method} ${template.shape}`;
    const twin = shapes.get(shape);
    if (twin === undefined) shapes.set(shape, routed);
    else contested.add(twin).add(routed);
    const { method } = routed.operation;
    if (
      irregular.some((other) => other.routed.operation.method === method && mayMeet(other.template, template))
    )
      contested.add(routed);
  }
  return contested;
}

function shapeOf(path: string): string {
  return templateOf(path).shape;
}

/**
 * Registers a constraint of Fastify's router that lets the path table choose among routes by operation id.
 */
function addConstraint(
  app: FastifyInstance,
  { table, paths }: { readonly table: PathTable<RoutedOperation>; readonly paths: PathsBelow },
): string {
  let name = "operationId";
  for (let count = 2; app.hasConstraintStrategy(name); count += 1) name = `operationId${count}`;
  const strategy: object = {
    name,
    storage: () => {
      const handlers = new Map<unknown, object>();
      return {
        get: (key: unknown) => handlers.get(key) ?? null,
        set: (key: unknown, handler: object) => {
          handlers.set(key, handler);
        },
      };
    },
    validate: () => undefined,
    deriveConstraint: (raw: { readonly method?: string; readonly url?: string }) => {
      const { method = "", url = "" } = raw;
      return table.find(method, paths.segmentsOf({ raw, url }))?.target?.operation.operationId;
    },
  };
  app.addConstraintStrategy(strategy as Parameters<FastifyInstance["addConstraintStrategy"]>[0]);
  return name;
}
