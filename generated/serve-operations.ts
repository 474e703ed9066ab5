// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { METHODS, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import {
  admit,
  assertValid,
  type BodyRules,
  type Callers,
  checkBody,
  checkParameters,
  checkPart,
  expectedType,
  type Forms,
  type GivenResponse,
  type Guard,
  type HeaderFields,
  headerNamesOf,
  HttpError,
  httpErrorOf,
  invalidRequest,
  matchPath,
  mayMeet,
  type MessageHead,
  missingBody,
  type ParameterRules,
  PathTable,
  type PathTemplate,
  problemText,
  problemType,
  queryKeys,
  type ReadBody,
  readBody,
  type ReadParameters,
  readParameters,
  type RequestProblem,
  type ResponseRules,
  type Security,
  templateOf,
  unroutedError,
  wireResponse,
} from "./boundary.ts";
import { own, type ParameterProblem, type ParameterReader } from "./parameters.ts";
import type { RequestValidators } from "./validators.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Of a route that a contract declares. */
    operationId?: string;
  }
}

/** The `schema` of a route, as Fastify and its plugins know it; references are those of the document. */
export interface RouteSchema {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly externalDocs?: object;
  readonly servers?: readonly object[];
  readonly [extension: `x-${string}`]: unknown;
  readonly params: object;
  readonly querystring: object;
  readonly headers?: object;
  readonly cookies?: object;
  readonly body?: object;
  readonly response: Readonly<Record<string, object>>;
}

/** One operation with all that serves it. */
export interface Served {
  readonly operation: {
    readonly operationId: string;
    readonly method: string;
    readonly path: string;
    readonly pointer: string;
    readonly parameters: readonly { readonly name: string; readonly in: string }[];
    readonly body: BodyRules | undefined;
    readonly responses: ResponseRules["responses"];
    readonly security: Security;
  };
  readonly schema: RouteSchema;
  /** The Link Objects of the document, by status and name. */
  readonly links: Readonly<Record<string, object>> | undefined;
  /** The path of the operation's server, without a slash at its end. */
  readonly basePath: string;
  readonly reader: ParameterReader;
  readonly requests: RequestValidators;
  readonly answers: ResponseRules["validators"];
  readonly forms: Forms;
  readonly handle: (input: object) => GivenResponse | FastifyReply | Promise<GivenResponse | FastifyReply>;
}

/** What is the same for all operations. */
export interface Service {
  readonly guard: Guard<FastifyRequest>;
  readonly checkAnswers: boolean;
  /** Arrays and objects inside each other in a JSON body. */
  readonly maxDepth: number;
}

/** What is known of an exchange from the moment in which its credentials were accepted. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly callers: Callers;
  readonly parameters: ReadParameters;
  readonly problems: RequestProblem[];
  /** The media type of the body that is coming, as the document writes it. */
  readonly declared: string | undefined;
  readonly forms: Forms;
  body: ReadBody | undefined;
  isChecked: boolean;
}

/** An operation that becomes a route. */
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

/** What serves a route. */
export type RouteParts = Pick<
  RouteOptions,
  | "handler"
  | "onRequest"
  | "preValidation"
  | "validatorCompiler"
  | "serializerCompiler"
  | "childLoggerFactory"
>;

/**
 * Adds a route for each operation below the prefix of `app`, each with its schema and `config.operationId`, and returns the table that
 * knows them all.
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
    // Fastify reads no bodies of GET by itself.
    if (
      !app.supportedMethods.includes(method) ||
      (operation.body !== undefined && /^(GET|HEAD|TRACE)$/.test(method))
    )
      app.addHttpMethod(method, { hasBody: true, overrideExisting: true });
    const route: object = {
      ...partsOf(routed),
      method,
      url: urlOf(path),
      exposeHeadRoute: method === "GET" && !isDeclared("HEAD", path),
      schema,
      // @fastify/swagger tells of HEAD only where a route says so.
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

/** Throws the 404 or the 405 of a request that has no route. */
export function throwNotFound(table: PathTable<unknown>, method: string, path: readonly string[]): never {
  throw unroutedError(table.find(method, path));
}

/** The segments of a request's path below a prefix, which may hold parameters itself. */
export function segmentsBelow(prefix: string, { url }: Pick<FastifyRequest, "url">): string[] {
  const end = url.search(/[?#]/);
  const segments = (end < 0 ? url : url.slice(0, end)).split("/");
  return prefix === "" ? segments : ["", ...segments.slice(prefix.split("/").length)];
}

/** Operations that share paths with one whose path Fastify's router cannot express, or with one of the same shape. */
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

/** Whether Fastify's router can express a path: it takes `*` for anything, and decodes before it compares. */
function isRegular({ segments }: PathTemplate): boolean {
  return segments.every((segment) => (typeof segment === "string" ? isPlain(segment) : segment.whole));
}

function isPlain(segment: string): boolean {
  return !/[*?#%]/.test(segment);
}

/** A path for Fastify's router. What that cannot express is a parameter in it, which the constraint looks at. */
function urlOf(path: string): string {
  const { segments } = templateOf(path);
  const isNamed = hasPlainNames(path);
  const url = segments.map((segment, at) => {
    if (typeof segment === "string") return isPlain(segment) ? segment.replaceAll(":", "::") : `:p${at}`;
    return segment.whole && isNamed ? `:${segment.names[0] ?? ""}` : `:p${at}`;
  });
  return url.join("/");
}

/** Whether Fastify's router can give the values of a path by the names that the document gives them. */
function hasPlainNames(path: string): boolean {
  const template = templateOf(path);
  const names = template.segments.flatMap((segment) => (typeof segment === "string" ? [] : segment.names));
  return (
    isRegular(template) && names.every((name) => /^\w+$/.test(name)) && new Set(names).size === names.length
  );
}

/** Reads the values of an operation's path, still percent-encoded. */
export function rawPathReader(
  path: string,
  prefix: string,
): (request: FastifyRequest) => Readonly<Record<string, string>> {
  const template = templateOf(path);
  const isNamed = hasPlainNames(path);
  return (request) => {
    // The router has decoded the values, and only a percent sign makes a difference.
    if (isNamed && !request.url.includes("%")) return request.params as Record<string, string>;
    return matchPath(template, segmentsBelow(prefix, request)) ?? encoded(request.params);
  };
}

/** Of a path that the router reads more tolerantly than the document writes it, such as one with another slash at its end. */
function encoded(params: unknown): Record<string, string> {
  const entries = Object.entries(Object(params) as Record<string, string>);
  return Object.fromEntries(entries.map(([name, value]) => [name, encodeURIComponent(value)]));
}

function shapeOf(path: string): string {
  return templateOf(path).shape;
}

/** Lets the path table choose among routes: a constraint of Fastify's router that an operation's id satisfies. */
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

/** A class, since closures for each request would cost more than what they are asked for. */
export class RequestHead implements MessageHead {
  readonly target: string;
  readonly headers: HeaderFields;
  private readonly request: FastifyRequest;

  constructor(request: FastifyRequest) {
    this.target = request.url;
    this.headers = request.headers;
    this.request = request;
  }

  lines(): HeaderFields {
    return fieldLines(this.request);
  }

  certificate(): object {
    return certificateOf(this.request);
  }
}

/** Requests that are injected have no lines. */
function fieldLines({ raw, headers }: FastifyRequest): HeaderFields {
  return "headersDistinct" in raw ? raw.headersDistinct : headers;
}

/** Also without one: behind a proxy, it is the proxy that has seen the certificate. */
function certificateOf({ raw: { socket } }: FastifyRequest): object {
  if (!("getPeerCertificate" in socket)) return { certificate: undefined, authorized: false };
  const tls = socket as TLSSocket; // Nothing else has this method.
  const certificate = tls.getPeerCertificate();
  const isThere = Object.keys(certificate).length > 0;
  return { certificate: isThere ? certificate : undefined, authorized: tls.authorized };
}

/** For `setErrorHandler`: every error is a problem document; what is the server's own fault is logged. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = httpErrorOf(error);
  if (problem.statusCode >= 500) request.log.error({ err: error }, "the request failed");
  for (const [name, value] of Object.entries(problem.headers)) void reply.header(name, value);
  // As bytes: to texts, Fastify adds a charset that JSON does not have.
  const body = Buffer.from(problemText(problem, titleOf(problem), request.id));
  return reply.code(problem.statusCode).header("Content-Type", problemType).send(body);
}

export function titleOf({ statusCode }: HttpError): string {
  return STATUS_CODES[statusCode] ?? "Error";
}

/** Whether something is right: `error` says what is not. */
type Verdict = true | { readonly error: Error };

export interface Validation {
  /** For `validatorCompiler`. */
  readonly compile: (part: {
    readonly httpPart?: string;
    readonly contentType?: string;
  }) => (value: unknown) => Verdict;
  /** The whole request, once; undefined when all is well. */
  readonly check: (exchange: Exchange) => Error | undefined;
  /** Makes the exchange known whose `params` are looked at next: all that Fastify gives a validator. */
  readonly expect: (exchange: Exchange) => void;
}

export function validationOf({ operation, reader, requests }: Served): Validation {
  const hasHeaders = operation.parameters.some((parameter) => parameter.in === "header");
  /** The exchange whose validation is next. */
  let expected: Exchange | undefined;
  /** What was just checked as part of a request: Fastify asks for the parts of one request one after the other. */
  let body: unknown;
  let query: unknown;
  let headers: unknown;

  function check(exchange: Exchange): Error | undefined {
    const { request, parameters, problems, declared } = exchange;
    exchange.isChecked = true;
    const values = { ...parameters, path: request.params, query: request.query };
    checkParameters(requests, values as Exchange["parameters"], problems);
    const read = exchange.body;
    const isNone = request.body === undefined || request.body === null;
    if (read === undefined && isNone) {
      if (operation.body?.required === true) problems.push(missingBody);
    } else if (declared !== undefined) {
      // Hooks before the validation may have put something else in its place.
      const seen = read?.body === request.body ? read : { plain: request.body, isRead: true };
      checkBody(own(requests.body ?? {}, declared), seen ?? { isRead: false }, problems);
    }
    return problems.length === 0 ? undefined : invalidRequest(problems);
  }

  function checkAll(params: unknown): Verdict {
    const exchange = expected;
    expected = undefined;
    // With hooks in between, it may be another one's turn: the handler looks again.
    if (exchange === undefined || exchange.isChecked || exchange.request.params !== params)
      return verdict((problems) => checkPart("path", requests.path, params, problems));
    const error = check(exchange);
    if (error !== undefined) return { error };
    const { request } = exchange;
    ({ body = null, query } = request);
    if (hasHeaders) ({ headers } = request);
    return true;
  }

  return {
    check,
    expect: (exchange) => {
      expected = exchange;
    },
    compile({ httpPart, contentType }) {
      switch (httpPart) {
        case "params":
          return checkAll;
        case "body": {
          const validator = own(requests.body ?? {}, contentType ?? "");
          return (value) => {
            if (value === body) return true;
            return verdict((problems) => checkBody(validator, { plain: value, isRead: true }, problems));
          };
        }
        case "querystring":
          return (value) => {
            const isKnown = value === query;
            // Nothing of a request is kept longer than it takes to validate it.
            body = query = undefined;
            return isKnown || verdict((problems) => checkPart("query", requests.query, value, problems));
          };
        default:
          return (value) => {
            const isKnown = value === headers;
            headers = undefined;
            if (isKnown) return true;
            return verdict((problems) => {
              const values = reader.headers(value as HeaderFields, []);
              checkPart("header", requests.headers, values, problems);
            });
          };
      }
    },
  };
}

function verdict(look: (problems: RequestProblem[]) => void): Verdict {
  const problems: RequestProblem[] = [];
  look(problems);
  return problems.length === 0 || { error: invalidRequest(problems) };
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
  const begun = new ExchangeOf(app);
  addBodyParser(app, begun, service);
  // An application that handles errors itself goes on doing so: what it gets says all that a problem document would.
  if (app.errorHandler.name === "defaultErrorHandler") app.setErrorHandler(sendProblem);
  const table = addRoutes(app, all, (served) => partsOf(app, served, { begun, service }));
  const refuse = (request: FastifyRequest): never =>
    throwNotFound(table, request.method, segmentsBelow(app.prefix, request));
  // Before anything of the body is read.
  app.addHook("onRequest", (request, _reply, done) => {
    if (request.is404) refuse(request);
    done();
  });
  app.setNotFoundHandler(refuse);
}

/** Exchanges by their requests. A WeakMap of them would keep the collector busy. */
class ExchangeOf {
  private readonly key = Symbol("exchange");

  constructor(app: FastifyInstance) {
    app.decorateRequest(this.key, null);
  }

  get(request: FastifyRequest): Exchange | undefined {
    return (Reflect.get(request, this.key) as Exchange | null) ?? undefined;
  }

  set(request: FastifyRequest, exchange: Exchange): void {
    Reflect.set(request, this.key, exchange);
  }
}

/** Bodies are read as the operation's document says; what is wrong with one is told with everything else. */
function addBodyParser(app: FastifyInstance, begun: ExchangeOf, { maxDepth }: Service): void {
  const limits = { depth: maxDepth, problems: 100 };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (request, bytes: Buffer, done) => {
    const exchange = begun.get(request);
    if (exchange?.declared === undefined || bytes.length === 0) {
      done(null, undefined);
      return;
    }
    const { declared, problems, forms } = exchange;
    const sent = { bytes, type: request.headers["content-type"] ?? "", declared };
    const reading = readBody(sent, { forms, limits }, problems);
    if (!(reading instanceof Promise)) {
      exchange.body = reading;
      done(null, reading.body);
      return;
    }
    reading.then(
      (read) => {
        exchange.body = read;
        done(null, read.body);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

function partsOf(
  app: FastifyInstance,
  served: Served,
  { begun, service }: { readonly begun: ExchangeOf; readonly service: Service },
): RouteParts {
  const { operation, reader, forms, answers, handle } = served;
  const { operationId, security } = operation;
  const { guard, checkAnswers } = service;
  const validation = validationOf(served);
  const rawPathOf = rawPathReader(operation.path, app.prefix);
  const responses = { ...operation, validators: answers };
  const rules: ParameterRules = {
    reader,
    headerNames: headerNamesOf(operation.parameters),
    keys: queryKeys(security, guard),
  };

  /** What Fastify has of a request is what the document says it is, from here on. */
  const begin = (request: FastifyRequest, callers: Callers): void => {
    const head = new RequestHead(request);
    const declared = expectedType(request.headers, operation.body);
    const found: ParameterProblem[] = [];
    const parameters = readParameters(rules, head, rawPathOf(request), found);
    const problems: RequestProblem[] = found;
    const exchange = {
      request,
      callers,
      parameters,
      problems,
      declared,
      forms,
      body: undefined,
      isChecked: false,
    };
    begun.set(request, exchange);
    request.params = parameters.path;
    request.query = parameters.query;
  };

  const send = (reply: FastifyReply, given: GivenResponse): FastifyReply => {
    const { status, headers, body, isJson } = wireResponse(responses, given, checkAnswers);
    reply.code(status);
    for (const name in headers) void reply.header(name, headers[name]);
    if (isJson) return reply.serializer(JSON.stringify).send(body);
    // Bytes have the type they are given; to texts, Fastify adds a charset.
    return reply.send(typeof body === "string" ? Buffer.from(body) : body);
  };
  return {
    onRequest(request, _reply, done) {
      if (security.length === 0) {
        begin(request, {});
        done();
        return;
      }
      admit(security, guard, { head: new RequestHead(request), request, operationId })
        .then((callers) => begin(request, callers))
        .then(() => done(), done);
    },
    preValidation(request, _reply, done) {
      const exchange = begun.get(request);
      if (exchange !== undefined) validation.expect(exchange);
      done();
    },
    validatorCompiler: validation.compile,
    serializerCompiler: ({ httpStatus, contentType }) =>
      serializerOf(responses, { httpStatus, contentType, checkAnswers }),
    ...(isLogging(app) ? { childLoggerFactory: namingOperation(app, operationId) } : {}),
    async handler(request, reply) {
      const exchange = begun.get(request);
      if (exchange === undefined) throw new TypeError(`${operationId} was reached without its onRequest`);
      // Whoever took the schema off a route, or put other values in place of its own, has not taken off the validation.
      const error = request.validationError ?? (exchange.isChecked ? undefined : validation.check(exchange));
      if (error !== undefined) throw error;
      const { callers, parameters } = exchange;
      const { params: path, query, body } = request;
      const { headers, cookies } = parameters;
      const given: unknown = await handle({ path, query, headers, cookies, body, callers, request, reply });
      return given === reply || reply.sent ? reply : send(reply, given as GivenResponse);
    },
  };
}

/** For those who send a value with `reply` themselves. Error responses are not held against the document. */
function serializerOf(
  { pointer, responses, validators }: ResponseRules,
  part: {
    readonly httpStatus: string | undefined;
    readonly contentType: string | undefined;
    readonly checkAnswers: boolean;
  },
): (value: unknown) => string {
  const { httpStatus = "", contentType = "", checkAnswers } = part;
  const status = Object.keys(responses).find((key) => key.toLowerCase() === httpStatus) ?? "";
  const check = checkAnswers && /^[123]/.test(status) ? validators[status]?.body?.[contentType] : undefined;
  const schema = (): string =>
    `${pointer}/responses/${status}/content/${contentType.replaceAll("/", "~1")}/schema`;
  return (value) => {
    if (value instanceof Error) {
      const error = httpErrorOf(value);
      return problemText(error, titleOf(error));
    }
    assertValid(check, value, schema);
    return JSON.stringify(value);
  };
}

/** Fastify's own logger has no level while it is switched off; a logger for each request would cost for nothing then. */
function isLogging({ log }: FastifyInstance): boolean {
  return "level" in log;
}

/** The log of a request as the application makes it, with the operation's id in every line. */
function namingOperation(app: FastifyInstance, operationId: string): FastifyInstance["childLoggerFactory"] {
  const { childLoggerFactory } = app;
  return (logger, bindings, options, request) =>
    childLoggerFactory.call(app, logger, { ...bindings, operationId }, options, request);
}

/**
 * For `fastify({ ...serverOptions })`: a path that cannot be decoded and a request that is no HTTP are answered with problem
 * documents, too, and a value in a path may be as long as the document allows.
 */
export const serverOptions = {
  routerOptions: { maxParamLength: 65_536 },
  frameworkErrors(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    sendProblem(error, request, reply);
  },
  clientErrorHandler(error: { readonly code?: string }, socket: Socket): void {
    if (!socket.writable) return;
    const problem = parserError(error.code);
    const title = titleOf(problem);
    const body = problemText(problem, title);
    const head = [
      `HTTP/1.1 ${problem.statusCode} ${title}`,
      `Content-Type: ${problemType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  },
};

/** https://nodejs.org/api/http.html#event-clienterror */
function parserError(code: string | undefined): HttpError {
  if (code === "HPE_HEADER_OVERFLOW") return new HttpError(431, "The header fields are too large.");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new HttpError(408, "The request took too long to arrive.");
  return new HttpError(400, "This is not HTTP/1.1.");
}
