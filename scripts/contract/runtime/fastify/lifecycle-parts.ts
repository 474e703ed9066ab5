// Serves one operation through Fastify's whole lifecycle: its hooks, validation, replies and logs, configured
// from the document.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { assertValid, type GivenResponse, type ResponseRules } from "../boundary/check-response.ts";
import { isPromise } from "../boundary/maybe-promise.ts";
import { expectedType, hasBody } from "../boundary/expected-type.ts";
import { httpErrorOf, problemText } from "../boundary/problem.ts";
import type { ReadParameters } from "../boundary/read-parameters.ts";
import type { RouteParts } from "./add-routes.ts";
import type { ExchangeOf } from "./begun-exchanges.ts";
import { sendContinue } from "./expect-continue.ts";
import { contentFields, replacedContentFields, RequestHead } from "./message-head.ts";
import type { OperationBoundary } from "./operation-boundary.ts";
import type { PathsBelow } from "./paths-below.ts";
import { rawPathReader, rejectEmpty } from "./raw-path.ts";
import type { AdmittedExchange, Service } from "./served.ts";
import { titleOf } from "./title-of.ts";
import { validationOf } from "./validation.ts";

/** What the operations of a server share. */
interface LifecycleService {
  readonly begun: ExchangeOf;
  readonly service: Service;
  readonly paths: PathsBelow;
  /** Maximum size of a body in bytes. */
  readonly maxBody: number;
}

const noParameters: ReadParameters = { path: {}, query: {}, headers: {}, cookies: {} };

/** Returns the route options that serve an operation through all hooks. */
export function lifecycleParts(
  app: FastifyInstance,
  boundary: OperationBoundary,
  { begun, service, paths, maxBody }: LifecycleService,
): RouteParts {
  const { operation, forms, handle } = boundary.served;
  const { operationId } = operation;
  const { checkResponses, steps } = service;
  const validation = validationOf(boundary);
  const rawPathOf = rawPathReader(operation, paths);

  const begin = (request: FastifyRequest, reply: FastifyReply): AdmittedExchange => {
    const exchange: AdmittedExchange = {
      request,
      operationId,
      fields: boundary.fieldsOf(request),
      startedAt: performance.now(),
      callers: {},
      received: undefined,
      error: undefined,
      parameters: noParameters,
      problems: [],
      hasContent: operation.body !== undefined && hasBody(contentFields(request)),
      declared: undefined,
      forms,
      body: undefined,
      unreadable: undefined,
      isChecked: false,
    };
    begun.set(request, exchange);
    setFields(reply, exchange);
    steps.begin?.(exchange);
    return exchange;
  };

  /** From here on, Fastify's request has the values as the document defines them. */
  const read = (exchange: AdmittedExchange, head: RequestHead, reply: FastifyReply): void => {
    const { request, problems } = exchange;
    setFields(reply, exchange);
    exchange.parameters = boundary.parametersOf(head, rawPathOf(request), problems);
    request.params = exchange.parameters.path;
    request.query = exchange.parameters.query;
  };

  const enter = (request: FastifyRequest, reply: FastifyReply): PromiseLike<void> | undefined => {
    rejectEmpty(request);
    const exchange = begin(request, reply);
    const head = new RequestHead(request);
    const callers = boundary.receiver.admission.callers({ head, request, operationId });
    if (!isPromise(callers)) {
      exchange.callers = callers;
      const admitted = steps.admitted?.(exchange);
      if (isPromise(admitted)) return admitted.then(() => read(exchange, head, reply));
      read(exchange, head, reply);
      return undefined;
    }
    return callers
      .then((known) => {
        exchange.callers = known;
        return steps.admitted?.(exchange);
      })
      .then(() => read(exchange, head, reply));
  };

  const send = (reply: FastifyReply, exchange: AdmittedExchange, given: GivenResponse): FastifyReply => {
    const { status, headers, body, isJson } = boundary.response(given, exchange.fields);
    reply.code(status);
    for (const name in headers) void reply.header(name, headers[name]);
    if (isJson) return reply.serializer(JSON.stringify).send(body);
    // Bytes keep the given Content-Type; for strings, Fastify adds a charset.
    return reply.send(typeof body === "string" ? Buffer.from(body) : body);
  };

  /** Returns undefined, with the response sent, unless a promise has to be awaited. */
  const conclude = (reply: FastifyReply, exchange: AdmittedExchange, given: unknown): unknown => {
    if (given === reply || reply.sent) return reply;
    const handled = steps.handled?.(exchange);
    if (isPromise(handled)) return handled.then(() => send(reply, exchange, given as GivenResponse));
    send(reply, exchange, given as GivenResponse);
    return undefined;
  };

  return {
    onRequest(request, reply, done) {
      // Errors thrown here are handled by Fastify.
      const entered = enter(request, reply);
      if (entered !== undefined) entered.then(() => done(), done);
      else done();
    },
    ...(operation.body === undefined
      ? {}
      : {
          // Hooks of the application may have decoded the content by now.
          preParsing(request, reply, payload, done) {
            const exchange = begun.get(request);
            if (exchange !== undefined) {
              const isReplaced = exchange.hasContent && payload !== request.raw;
              const fields = isReplaced ? replacedContentFields(request) : contentFields(request);
              exchange.declared = expectedType(fields, operation.body, maxBody);
              if (exchange.declared !== undefined) sendContinue(request.raw, reply.raw);
            }
            done(null, payload);
          },
        }),
    preValidation(request, _reply, done) {
      const exchange = begun.get(request);
      if (exchange !== undefined) validation.expect(exchange);
      done(exchange?.unreadable);
    },
    validatorCompiler: validation.compile,
    serializerCompiler: ({ httpStatus, contentType }) =>
      serializerOf(boundary.responses, { httpStatus, contentType, checkResponses }),
    ...(isLogging(app) ? { childLoggerFactory: namingOperation(app, operationId) } : {}),
    handler(request, reply) {
      const exchange = begun.get(request);
      if (exchange === undefined) throw new TypeError(`${operationId} was reached without its onRequest`);
      // Validates here, in case the application removed the schema of the route or replaced the values after
      // validation.
      const error = request.validationError ?? (exchange.isChecked ? undefined : validation.check(exchange));
      if (error !== undefined) throw error;
      const { callers, parameters } = exchange;
      const { params: path, query, body } = request;
      const { headers, cookies } = parameters;
      const given: unknown = handle({ path, query, headers, cookies, body, callers, request, reply });
      if (given === reply || !isPromise(given)) return conclude(reply, exchange, given);
      return given.then((later) => conclude(reply, exchange, later) ?? reply);
    },
    ...(steps.sent === undefined
      ? {}
      : {
          onResponse(request, reply, done) {
            const exchange = begun.get(request);
            if (exchange !== undefined) steps.sent?.(exchange, reply.statusCode);
            done();
          },
        }),
  };
}

function setFields(reply: FastifyReply, { fields }: AdmittedExchange): void {
  for (const name in fields) void reply.header(name, fields[name]);
}

/**
 * Returns the serializer for handlers that send a value with `reply` themselves. Error responses are not
 * validated against the document.
 */
function serializerOf(
  { pointer, responses, validators }: ResponseRules,
  part: {
    readonly httpStatus: string | undefined;
    readonly contentType: string | undefined;
    readonly checkResponses: boolean;
  },
): (value: unknown) => string {
  const { httpStatus = "", contentType = "", checkResponses } = part;
  const status = Object.keys(responses).find((key) => key.toLowerCase() === httpStatus) ?? "";
  const check = checkResponses && /^[123]/.test(status) ? validators[status]?.body?.[contentType] : undefined;
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

/**
 * Whether the logger is enabled. Fastify's own logger has no level while it is disabled; a logger per request
 * would be wasted then.
 */
export function isLogging({ log }: FastifyInstance): boolean {
  return "level" in log;
}

/**
 * Returns a factory of request logs that calls the application's own and adds the operation's id to every
 * line.
 */
export function namingOperation(
  app: FastifyInstance,
  operationId: string,
): FastifyInstance["childLoggerFactory"] {
  const { childLoggerFactory } = app;
  return (logger, bindings, options, request) =>
    childLoggerFactory.call(app, logger, { ...bindings, operationId }, options, request);
}
