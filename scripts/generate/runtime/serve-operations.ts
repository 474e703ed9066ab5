// Serves operations with Fastify: who calls, what is said, what is answered. Becomes a generated `serve-operations.ts`.
import { METHODS } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type AnswerRules, type GivenAnswer, wireAnswer } from "./serve-answer.ts";
import { checkMediaType, type BodyRules, type Forms } from "./serve-body.ts";
import { readInput } from "./serve-input.ts";
import { compareTemplates } from "./path-order.ts";
import { matchPath, mayMeet, type PathTemplate, templateOf } from "./serve-paths.ts";
import { refusalOf, Refusal, refuse } from "./serve-refusal.ts";
import { admit, type Callers, type Guard, queryKeys, type Security } from "./serve-security.ts";
import type { RequestValidators, ResponseValidators } from "./validator-types.ts";
import type { ParameterReader } from "./wire-reader.ts";

/** One operation with all that serves it. */
export interface Served {
  readonly operation: {
    readonly operationId: string;
    readonly method: string;
    readonly path: string;
    readonly pointer: string;
    readonly body: BodyRules | undefined;
    readonly responses: AnswerRules["responses"];
    readonly security: Security;
  };
  /** The path of the operation's server, without a slash at its end. */
  readonly basePath: string;
  readonly reader: ParameterReader;
  readonly requests: RequestValidators;
  readonly answers: Readonly<Record<string, ResponseValidators>>;
  readonly forms: Forms;
  readonly handle: (input: object) => Promise<GivenAnswer>;
}

/** What is the same for all operations. */
export interface Service {
  readonly guard: Guard;
  readonly checkAnswers: boolean;
}

/** An operation in its place. */
interface Route {
  readonly served: Served;
  readonly template: PathTemplate;
}

interface Begun {
  readonly served: Served;
  readonly path: Readonly<Record<string, string>>;
  readonly callers: Callers;
}

/** Adds a route for each operation, and answers for every path and method below the same servers that has none. */
export function serveOperations(app: FastifyInstance, all: readonly Served[], service: Service): void {
  for (const basePath of new Set(all.map((served) => served.basePath))) {
    const below = all.filter((served) => served.basePath === basePath);
    const plugin = (scope: FastifyInstance, _: object, done: () => void): void => {
      addBelow(scope, below, service);
      done();
    };
    void app.register(plugin, { prefix: basePath });
  }
}

function addBelow(app: FastifyInstance, all: readonly Served[], service: Service): void {
  const begun = new WeakMap<FastifyRequest, Begun>();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => {
    const { operationId } = begun.get(request)?.served.operation ?? {};
    const refusal = refusalOf(error);
    if (refusal.statusCode >= 500) request.log.error({ operationId, err: error }, "the request failed");
    return refuse(reply, refusal);
  });
  const routes = all
    .map((served): Route => ({ served, template: templateOf(served.operation.path) }))
    .sort((one, other) => compareTemplates(one.template.text, other.template.text));
  // Templates that Fastify's router cannot express: its own routes may take their paths.
  const irregular = routes.filter(({ template }) => template.url === undefined);
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const exchange = begun.get(request);
    if (exchange === undefined) throw new Refusal(404, "There is no such path.");
    return answer(exchange, service, request, reply);
  };
  const begin = async (route: Route, request: FastifyRequest): Promise<void> => {
    const { operation } = route.served;
    const path = matchPath(route.template, pathOf(request, app.prefix)) ?? {};
    // Known from here on, so that the log can name the operation.
    begun.set(request, { served: route.served, path, callers: {} });
    const callers = await admit(operation.security, service.guard, request, operation.operationId);
    checkMediaType(request, operation.body);
    begun.set(request, { served: route.served, path, callers });
  };
  const isDeclared = (method: string, shape: string): boolean =>
    routes.some(({ served, template }) => served.operation.method === method && template.shape === shape);
  const taken = new Set<string>();
  for (const route of routes) {
    const { method, body } = route.served.operation;
    const { url, shape } = route.template;
    if (!METHODS.includes(method)) app.log.warn(`Node cannot receive ${method}`);
    if (!METHODS.includes(method) || url === undefined || taken.has(`${method} ${shape}`)) continue;
    taken.add(`${method} ${shape}`);
    // Fastify reads no bodies of GET by itself.
    if (!app.supportedMethods.includes(method) || (body !== undefined && /^(GET|HEAD|TRACE)$/.test(method)))
      app.addHttpMethod(method, { hasBody: true, overrideExisting: true });
    const exposeHeadRoute = method === "GET" && !isDeclared("HEAD", shape);
    const isContested = irregular.some((other) => mayMeet(other.template, route.template));
    const onRequest = (request: FastifyRequest): Promise<void> =>
      begin(isContested ? routeOf(routes, request.method, pathOf(request, app.prefix)) : route, request);
    app.route({ method, url, exposeHeadRoute, onRequest, handler });
  }
  app.addHook("onRequest", async (request) => {
    if (request.is404) await begin(routeOf(routes, request.method, pathOf(request, app.prefix)), request);
  });
  app.setNotFoundHandler(handler);
}

/** For what Fastify's router cannot express, and for what is not there. Throws the 404 and the 405. */
function routeOf(routes: readonly Route[], method: string, path: string): Route {
  const [first, ...others] = routes.filter(({ template }) => matchPath(template, path) !== undefined);
  if (first === undefined) throw new Refusal(404, "There is no such path.");
  const here = [first, ...others];
  const methods = here.map(({ served }) => served.operation.method);
  const wanted = method === "HEAD" && !methods.includes("HEAD") ? "GET" : method;
  const found = here.find(({ served }) => served.operation.method === wanted);
  if (found !== undefined) return found;
  const allowed = [...new Set(methods.includes("GET") ? [...methods, "HEAD"] : methods)].join(", ");
  throw new Refusal(405, `This path has ${allowed}.`, { headers: { Allow: allowed } });
}

/** Below the prefix, without the query. */
function pathOf({ url }: FastifyRequest, prefix: string): string {
  return url.slice(prefix.length).replace(/[?#][^]*/, "");
}

async function answer(
  { served, path, callers }: Begun,
  { checkAnswers, guard }: Service,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { operation, reader, requests, forms, answers, handle } = served;
  const keys = queryKeys(operation.security, guard);
  const input = await readInput({ reader, requests, body: operation.body, forms, keys }, request, path);
  const given = await handle({ ...input, callers });
  const { status, headers, body } = wireAnswer({ ...operation, validators: answers }, given, checkAnswers);
  for (const [name, value] of Object.entries(headers)) void reply.header(name, value);
  return reply.code(status).send(body);
}
