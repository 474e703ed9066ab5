// Registers operations as routes of Fastify. Where its router is ambiguous, the path table decides.
import { METHODS } from "node:http";
import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import { matchPath, mayMeet, type PathTemplate, templateOf } from "../boundary/path-template.ts";
import { PathTable, unroutedError } from "../boundary/path-table.ts";
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

/** The options of a route that serve it. */
export type RouteParts = Pick<
  RouteOptions,
  | "handler"
  | "onRequest"
  | "onResponse"
  | "preValidation"
  | "validatorCompiler"
  | "serializerCompiler"
  | "childLoggerFactory"
>;

/**
 * Registers a route for each operation below the prefix of `app`, each with its schema and
 * `config.operationId`, and returns the path table of all of them.
 */
export function addRoutes<Operation extends RoutedOperation>(
  app: FastifyInstance,
  operations: readonly Operation[],
  partsOf: (operation: Operation) => RouteParts,
): PathTable<Operation> {
  const table = new PathTable(
    operations.map((target) => ({ method: target.operation.method, path: target.operation.path, target })),
  );
  const contested = contestedOf(operations);
  const constraint = contested.size === 0 ? undefined : addConstraint(app, table);
  const isDeclared = (method: string, path: string): boolean =>
    operations.some(
      ({ operation }) => operation.method === method && shapeOf(operation.path) === shapeOf(path),
    );
  for (const routed of operations) {
    const { operation, schema, links } = routed;
    const { method, path, operationId } = operation;
    if (!METHODS.includes(method)) {
      app.log.warn(`Node cannot receive ${method}`);
      continue;
    }
    const exposeHeadRoute = method === "GET" && !isDeclared("HEAD", path);
    // Fastify does not read bodies of GET by default, and rejects a body schema for the HEAD route that it
    // adds.
    if (
      !app.supportedMethods.includes(method) ||
      (operation.body !== undefined && /^(GET|HEAD|TRACE)$/.test(method))
    )
      for (const one of exposeHeadRoute ? [method, "HEAD"] : [method])
        app.addHttpMethod(one, { hasBody: true, overrideExisting: true });
    const route: object = {
      ...partsOf(routed),
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
    app.route(route as RouteOptions);
  }
  return table;
}

/** Throws the 404 or 405 for a request without a route. */
export function throwNotFound(table: PathTable<unknown>, method: string, path: readonly string[]): never {
  throw unroutedError(table.find(method, path));
}

/**
 * Throws the 404 for a path without a value for one of its parameters, which Fastify's router accepts at the
 * end of a path.
 */
export function rejectEmpty(request: FastifyRequest): void {
  const params = request.params as Readonly<Record<string, string>>;
  for (const name in params) if (params[name] === "") throw unroutedError(undefined);
}

/** Returns the segments of a request's path below a prefix, which may contain parameters itself. */
export function segmentsBelow(prefix: string, { url }: Pick<FastifyRequest, "url">): string[] {
  const end = url.search(/[?#]/);
  const segments = (end < 0 ? url : url.slice(0, end)).split("/");
  return prefix === "" ? segments : ["", ...segments.slice(prefix.split("/").length)];
}

/** Whether a request's path starts with a prefix, which may contain parameters itself. */
export function isBelow(prefix: string, { url }: Pick<FastifyRequest, "url">): boolean {
  const segments = url.split("/");
  return prefix.split("/").every((part, at) => part.startsWith(":") || part === segments[at]);
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

/**
 * Whether Fastify's router can express a path: it treats `*` as a wildcard, and decodes paths before it
 * compares them.
 */
function isRegular({ segments }: PathTemplate): boolean {
  return segments.every((segment) => (typeof segment === "string" ? isPlain(segment) : segment.whole));
}

function isPlain(segment: string): boolean {
  return !/[*?#%]/.test(segment);
}

/**
 * Returns a path for Fastify's router. Segments that it cannot express become parameters, which the
 * constraint checks.
 */
function urlOf(path: string): string {
  const { segments } = templateOf(path);
  const isNamed = hasPlainNames(path);
  const url = segments.map((segment, at) => {
    if (typeof segment === "string") return isPlain(segment) ? segment.replaceAll(":", "::") : `:p${at}`;
    return segment.whole && isNamed ? `:${segment.names[0] ?? ""}` : `:p${at}`;
  });
  return url.join("/");
}

/** Whether Fastify's router can return the path parameters under their names in the document. */
function hasPlainNames(path: string): boolean {
  const template = templateOf(path);
  const names = template.segments.flatMap((segment) => (typeof segment === "string" ? [] : segment.names));
  return (
    isRegular(template) && names.every((name) => /^\w+$/.test(name)) && new Set(names).size === names.length
  );
}

/** Returns a function that reads the path parameters of an operation, still percent-encoded. */
export function rawPathReader(
  path: string,
  prefix: string,
): (request: FastifyRequest) => Readonly<Record<string, string>> {
  const template = templateOf(path);
  const isNamed = hasPlainNames(path);
  return (request) => {
    // The router has decoded the values; they differ from the encoded ones only if the URL has a percent
    // sign.
    if (isNamed && !request.url.includes("%")) return request.params as Record<string, string>;
    return matchPath(template, segmentsBelow(prefix, request)) ?? encoded(request.params);
  };
}

/**
 * Encodes the parameters of a path that the router matches more tolerantly than the document, such as one
 * with an additional slash at its end.
 */
function encoded(params: unknown): Record<string, string> {
  const entries = Object.entries(Object(params) as Record<string, string>);
  return Object.fromEntries(entries.map(([name, value]) => [name, encodeURIComponent(value)]));
}

function shapeOf(path: string): string {
  return templateOf(path).shape;
}

/**
 * Registers a constraint of Fastify's router that lets the path table choose among routes by operation id.
 */
function addConstraint(app: FastifyInstance, table: PathTable<RoutedOperation>): string {
  let name = "operationId";
  for (let count = 2; app.hasConstraintStrategy(name); count += 1) name = `operationId${count}`;
  const { prefix } = app;
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
    deriveConstraint: ({ method = "", url = "" }: { readonly method?: string; readonly url?: string }) =>
      table.find(method, segmentsBelow(prefix, { url }))?.target?.operation.operationId,
  };
  app.addConstraintStrategy(strategy as Parameters<FastifyInstance["addConstraintStrategy"]>[0]);
  return name;
}
