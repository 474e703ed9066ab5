// Serves operations with Fastify: its hooks, its validation, its replies and its logs, with what the document says in them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  assertValid,
  type GivenResponse,
  type ResponseRules,
  wireResponse,
} from "../boundary/check-response.ts";
import { expectedType } from "../boundary/media-type.ts";
import { httpErrorOf, problemText, type RequestProblem } from "../boundary/problem.ts";
import { readBody } from "../boundary/read-body.ts";
import { headerNamesOf, type ParameterRules, readParameters } from "../boundary/read-parameters.ts";
import { admit, type Callers, queryKeys } from "../boundary/security.ts";
import type { ParameterProblem } from "../wire-parameter.ts";
import { addRoutes, type RouteParts, rawPathReader, segmentsBelow, throwNotFound } from "./add-routes.ts";
import { RequestHead } from "./message-head.ts";
import { sendProblem, titleOf } from "./send-problem.ts";
import type { Exchange, Served, Service } from "./served.ts";
import { validationOf } from "./validation.ts";

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
