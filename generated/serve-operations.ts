// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { isUtf8 } from "node:buffer";
import { type IncomingMessage, METHODS, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type Duplex, pipeline, Readable } from "node:stream";
import type { TLSSocket } from "node:tls";
import {
  assertValid,
  type BodyRules,
  type Callers,
  checkBody,
  checkPart,
  checkResponse,
  contentTooLarge,
  type ErrorHeaders,
  expectedType,
  type Forms,
  type GivenResponse,
  type Guard,
  type HeaderFields,
  HttpError,
  httpErrorOf,
  invalidRequest,
  isPromise,
  type JsonLimits,
  matchPath,
  type MaybePromise,
  mayMeet,
  type MessageHead,
  noSuchPath,
  PathTable,
  type PathTemplate,
  problemDocument,
  problemText,
  problemType,
  type ReadBody,
  readBody,
  type ReadParameters,
  type RequestProblem,
  RequestReceiver,
  type ResponseRules,
  type Security,
  templateOf,
  unroutedError,
  type WireResponse,
  wireResponse,
} from "./boundary.ts";
import { own, type ParameterProblem, type ParameterReader } from "./parameters.ts";
import type { RequestValidators } from "./validators.js";

type Fields = Readonly<Record<string, string | number | string[]>>;

/** A response that is ready to go. Header values are text or whole numbers. */
export interface ReadyResponse {
  readonly status: number;
  /** What every response of the exchange carries. Merging the two would cost more than sending them. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** What belongs to this response; it wins over a field of the same name. */
  readonly headers: Fields;
  /** Printed already; undefined where there is no content at all. */
  readonly body: string | Uint8Array | Readable | ReadableStream | undefined;
  /** Called with the error of a stream that ended too early. The client that went away is none. */
  readonly failed?: (error: Error) => void;
}

/** Whether connections go on after a response. */
export interface ConnectionState {
  /** True once the server stops: every response then says that its connection ends. */
  readonly draining: boolean;
}

/** Sends a response, with its length where that is known, so that it leaves in one piece. */
export function respond(
  response: ServerResponse,
  { status, fields, headers, body, failed }: ReadyResponse,
  connection: ConnectionState | undefined,
): void {
  const lines: (string | number | string[])[] = [];
  for (const name in fields) if (!(name in headers)) lines.push(name, fields[name]!);
  for (const name in headers) lines.push(name, headers[name]!);
  if (connection?.draining === true) lines.push("Connection", "close");
  if (typeof body === "string") {
    const length = Buffer.byteLength(body);
    lines.push("Content-Length", length);
    response.writeHead(status, lines as string[]);
    // As many bytes as characters: it is ASCII, which Node copies as it is when it is called Latin-1, and transcodes when not.
    sendWhole(response, body, length === body.length ? "latin1" : "utf8");
  } else if (body === undefined) {
    // RFC 9110, section 8.6: neither a 1xx nor a 204 has a length, and a 304 that of another response.
    if (status >= 200 && status !== 204 && status !== 304) lines.push("Content-Length", 0);
    response.writeHead(status, lines as string[]);
    response.end();
  } else if (body instanceof Uint8Array) {
    lines.push("Content-Length", body.byteLength);
    response.writeHead(status, lines as string[]);
    response.end(body);
  } else {
    response.writeHead(status, lines as string[]);
    sendStream(response, body, failed);
  }
}

/**
 * What `response.end(body)` does, with one write in place of two: Node ends with an empty piece, and for two pieces it makes a
 * buffer, while one piece of up to 16 KiB goes to the system from the stack. That is a tenth of a short exchange.
 */
function sendWhole(response: ServerResponse, body: string, encoding: "latin1" | "utf8"): void {
  const { socket } = response;
  // Without a socket earlier responses of the connection come first, and Node keeps the pieces until then.
  socket?.cork();
  response.write(body, encoding);
  socket?.uncork();
  response.end();
}

/** A stream that fails takes the connection with it: whoever reads must see that something is missing. */
function sendStream(
  response: ServerResponse,
  body: Readable | ReadableStream,
  failed: ReadyResponse["failed"],
): void {
  const stream = body instanceof ReadableStream ? Readable.fromWeb(body as never) : body;
  if (response.req.method === "HEAD") {
    stream.destroy();
    response.end();
  } else
    pipeline(stream, response, (error) => {
      if (error && error.code !== "ERR_STREAM_PREMATURE_CLOSE") failed?.(error);
    });
}

/** The reason phrase of an error's status. */
export function titleOf({ statusCode }: Pick<HttpError, "statusCode">): string {
  return STATUS_CODES[statusCode] ?? "Error";
}

/** A request that has found its operation. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly operationId: string;
  /** Header fields that the response has, whatever it is. Those that it has itself win. */
  readonly fields: Record<string, string | number>;
  /** Of `performance.now()`. */
  readonly startedAt: number;
  /** Empty until the credentials were accepted. */
  callers: Callers;
  /** The body as it was read: a value for JSON and forms. Undefined before, and where none came. */
  received: unknown;
  /** What was thrown, when the response is an error's. */
  error: unknown;
}

/** Steps that are not there take no time. Each may throw, which ends the exchange with that error. */
export interface Steps {
  /** Before anything of a request is looked at. */
  readonly begin?: ((exchange: Exchange) => void) | undefined;
  /** Once it is known who asks, before the body is received; what it returns is waited for. */
  readonly admitted?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** Once a handler has given its response, which is sent afterwards. */
  readonly handled?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** After the response, error or not, was handed to Node. */
  readonly sent?: ((exchange: Exchange, status: number) => void) | undefined;
}

/** Header fields of every response, also where no operation was found; a new object each time. */
export type FieldsOf = (request: Pick<FastifyRequest, "id">) => Record<string, string | number>;

/** How errors are said. */
export interface ProblemCatalogue {
  /** What is answered for whatever was thrown. Logs what is the server's own fault. */
  readonly errorOf: (error: unknown, request: FailedRequest) => HttpError;
  /** The problem document of an error of `errorOf`. */
  readonly documentOf: (error: HttpError, requestId: string) => object;
}

/** What is known of the request that failed. */
export interface FailedRequest {
  readonly id: string;
  readonly log: Pick<FastifyRequest["log"], "error">;
  /** Undefined where no operation was found. */
  readonly operationId?: string | undefined;
}

/** Every error is a plain problem document. */
export const plainProblems: ProblemCatalogue = {
  errorOf(error, { log }) {
    const problem = httpErrorOf(error);
    if (problem.statusCode >= 500) log.error({ err: error }, "the request failed");
    return problem;
  },
  documentOf: (error, requestId) => problemDocument(error, titleOf(error), requestId),
};

/** An error as it is sent. */
export interface WireProblem {
  readonly status: number;
  readonly headers: ErrorHeaders;
  readonly document: object;
}

export function wireProblem(error: unknown, request: FailedRequest, problems: ProblemCatalogue): WireProblem {
  const problem = problems.errorOf(error, request);
  const { statusCode: status, headers } = problem;
  return { status, headers, document: problems.documentOf(problem, request.id) };
}

/** The operation that Fastify's router has found for a request. */
export function failedRequest(request: FastifyRequest): FailedRequest {
  const { id, log, routeOptions } = request;
  return { id, log, operationId: routeOptions.config.operationId };
}

/** Ends an exchange without a response: its sender went away, or nobody is to be answered. */
export class RequestAborted extends Error {
  override readonly name = "RequestAborted";
}

/** What there is to know to send one. */
export interface ProblemService {
  readonly problems: ProblemCatalogue;
  readonly fieldsOf: FieldsOf;
  /** What is wrong with a problem document, where that is looked at. */
  readonly breachOf?: (
    request: FailedRequest,
    problem: WireProblem,
    fields: Readonly<Record<string, unknown>>,
  ) => unknown;
}

/** For `setErrorHandler`: every error is a problem document. */
export function problemSender({
  problems,
  fieldsOf,
  breachOf,
}: ProblemService): (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    if (error instanceof RequestAborted) return reply.hijack();
    const about = failedRequest(request);
    const problem = wireProblem(error, about, problems);
    const { status, headers, document } = problem;
    const fields = fieldsOf(request);
    const breach = breachOf?.(about, problem, fields);
    if (breach !== undefined) problems.errorOf(breach, about);
    for (const name in fields) if (!reply.hasHeader(name)) void reply.header(name, fields[name]);
    for (const name in headers) void reply.header(name, headers[name]);
    // As bytes: to texts, Fastify adds a charset that JSON does not have.
    const body = Buffer.from(JSON.stringify(document));
    return reply.code(status).header("Content-Type", problemType).send(body);
  };
}

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
  readonly responses: ResponseRules["validators"];
  readonly forms: Forms;
  readonly handle: (input: object) => MaybePromise<GivenResponse | FastifyReply>;
}

/** What is the same for all operations. */
export interface Service extends ProblemService {
  readonly guard: Guard<FastifyRequest>;
  readonly checkResponses: boolean;
  /** Whether problem documents are held against the document, too; one that breaks it is only logged. */
  readonly checkProblems: boolean;
  readonly limits: JsonLimits;
  readonly steps: Steps;
  /** Whether exchanges leave Fastify once their route is found. */
  readonly direct: boolean;
  readonly connection: ConnectionState | undefined;
}

/** What is known of an exchange that goes through all of Fastify; parameters, once its credentials were accepted. */
export interface AdmittedExchange extends Exchange {
  parameters: ReadParameters;
  readonly problems: RequestProblem[];
  /** The media type of the body that is coming, as the document writes it. */
  declared: string | undefined;
  readonly forms: Forms;
  body: ReadBody | undefined;
  /** Why the body was not read, as when it is too large: its response, once Fastify's parsers are done. */
  unreadable: HttpError | undefined;
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
  | "onResponse"
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
    const exposeHeadRoute = method === "GET" && !isDeclared("HEAD", path);
    // Fastify reads no bodies of GET by itself, and refuses the schema of one for the HEAD that it adds.
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

/** Whether a request's path starts with a prefix, which may hold parameters itself. */
export function isBelow(prefix: string, { url }: Pick<FastifyRequest, "url">): boolean {
  const segments = url.split("/");
  return prefix.split("/").every((part, at) => part.startsWith(":") || part === segments[at]);
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

/**
 * Receives the whole body and hands it to `received`, once; or to `failed` the 413 as soon as there is too much, of which Node reads
 * and drops the rest, or a RequestAborted. Callbacks, because a promise for each body costs a twentieth of a short exchange.
 */
export function receiveBody(
  request: Readable,
  maxBytes: number,
  received: (bytes: Buffer) => void,
  failed: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on("data", (chunk: Buffer) => {
    const wasTooLong = length > maxBytes;
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else if (!wasTooLong) failed(contentTooLarge(maxBytes));
  });
  request.on("end", () => {
    if (length <= maxBytes) received(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
  request.on("error", (cause) => failed(new RequestAborted("the sender went away", { cause })));
}

/** Undefined for bytes that are no UTF-8. Faster than `TextDecoder` for what is short. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

/** Exchanges by their requests. A WeakMap of them would keep the collector busy. */
export class ExchangeOf {
  readonly #key = Symbol("exchange");

  constructor(app: FastifyInstance) {
    app.decorateRequest(this.#key, null);
  }

  get(request: object): AdmittedExchange | undefined {
    return (Reflect.get(request, this.#key) as AdmittedExchange | null) ?? undefined;
  }

  set(request: FastifyRequest, exchange: AdmittedExchange): void {
    Reflect.set(request, this.#key, exchange);
  }
}

/**
 * Bodies are received and read as the operation's document says; what is wrong with one is told with everything else. Fastify's own receiving
 * would close the connection of a body that is too large.
 */
export function addBodyParser(app: FastifyInstance, begun: ExchangeOf, { limits }: Service): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (request, payload, done) => {
    const exchange = begun.get(request);
    const fail = (error: unknown): void => {
      // Of an error that a parser is done with, Fastify closes the connection; what is too large is read and dropped instead.
      if (exchange !== undefined && error instanceof HttpError) {
        exchange.unreadable = error;
        done(null, undefined);
      } else done(error instanceof Error ? error : new Error(String(error)));
    };
    const received = (bytes: Buffer): void => {
      if (exchange?.declared === undefined || bytes.length === 0) {
        done(null, undefined);
        return;
      }
      const { declared, problems, forms } = exchange;
      const sent = { bytes, type: request.headers["content-type"] ?? "", declared, decode: utf8Text };
      const keep = (read: ReadBody): void => {
        exchange.body = read;
        exchange.received = read.body;
        done(null, read.body);
      };
      const reading = readBody(sent, { forms, limits }, problems);
      if (isPromise(reading)) reading.then(keep, fail);
      else keep(reading);
    };
    receiveBody(payload, request.routeOptions.bodyLimit, received, fail);
  });
}

/** What Node says went wrong: https://nodejs.org/api/http.html#event-clienterror */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** What the server's settings allow, where the sentences are to name it. */
export interface ParserLimits {
  /** Bytes. */
  readonly maxHeader?: number | undefined;
  readonly requestSeconds?: number | undefined;
}

/** The problem document of an error, and the header fields that it has. */
export type PrintedProblem = (error: HttpError) => {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | number | string[]>>;
  readonly body: string;
};

/** The error that fits a parser's. */
export function httpErrorOfParser({ code, reason }: ParserError, limits: ParserLimits): HttpError {
  const { maxHeader, requestSeconds } = limits;
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new HttpError(
        431,
        maxHeader === undefined
          ? "The header fields are too large."
          : `The header fields exceed ${maxHeader} bytes in total.`,
      );
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return new HttpError(413, "The body's chunk extensions are too large.");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new HttpError(
        408,
        requestSeconds === undefined
          ? "The request took too long to arrive."
          : `Send the whole request within ${requestSeconds} seconds.`,
      );
    default:
      return new HttpError(400, `This is not HTTP/1.1: ${reason ?? "the request cannot be parsed"}.`);
  }
}

/** The bytes of a response after which the connection ends. */
function lastResponse(error: HttpError, print: PrintedProblem): string {
  const { status, fields, body } = print(error);
  const all = {
    ...fields,
    "Content-Type": problemType,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    [value].flat().map((line) => `${name}: ${line}\r\n`),
  );
  return `HTTP/1.1 ${status} ${titleOf({ statusCode: status })}\r\n${lines.join("")}\r\n${body}`;
}

/** Says it and hangs up; after the responses that earlier requests on this connection still wait for. */
export function rejectConnection(socket: Duplex, error: HttpError, print: PrintedProblem): void {
  const pending = pendingResponse(socket);
  if (pending?.req.complete === true) {
    pending.once("finish", () => rejectConnection(socket, error, print));
    return;
  }
  // A response that has begun cannot be taken back; one byte after it would be read as the next response.
  if (socket.writable && pending?.headersSent !== true) socket.end(lastResponse(error, print));
  else socket.destroy();
}

/** Node keeps the response a connection waits for in `_httpMessage`, as its own handler of `clientError` reads it. */
function pendingResponse(
  socket: Duplex & { readonly _httpMessage?: ServerResponse | null },
): ServerResponse | undefined {
  return socket._httpMessage ?? undefined;
}

/** Requests whose client waits for a 100 before it sends the body; the value tells whether their connection was to stay open. */
const waiting = new WeakMap<IncomingMessage, boolean>();

/** Takes over what Node would do by itself: say 100 before anybody has looked at the credentials. */
export function holdContinue(server: Server): void {
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    waiting.set(request, response.shouldKeepAlive);
    // Until the body is asked for, nobody knows whether it will come, so the next request could not be told from it.
    response.shouldKeepAlive = false;
    server.emit("request", request, response);
  });
}

/** Asks for the body of a request whose client waits to be asked. */
export function sendContinue(request: IncomingMessage, response: ServerResponse): void {
  const keepAlive = waiting.get(request);
  if (keepAlive === undefined) return;
  waiting.delete(request);
  response.shouldKeepAlive = keepAlive;
  response.writeContinue();
}

/** The lines of a repeated field apart; where none is repeated, what Node has made already, since taking lines apart costs as much again. */
export function fieldLines(
  request: Pick<IncomingMessage, "headers" | "headersDistinct" | "rawHeaders">,
): HeaderFields {
  const { headers, rawHeaders } = request;
  return Object.keys(headers).length * 2 === rawHeaders.length ? headers : request.headersDistinct;
}

/** A class, since closures for each request would cost more than what they are asked for. */
export class RequestHead implements MessageHead {
  readonly target: string;
  readonly headers: HeaderFields;
  readonly #request: FastifyRequest;

  constructor(request: FastifyRequest) {
    this.target = request.url;
    this.headers = request.headers;
    this.#request = request;
  }

  get connection(): object {
    return this.#request.raw.socket;
  }

  lines(): HeaderFields {
    // Requests that are injected have no lines.
    const { raw, headers } = this.#request;
    return "headersDistinct" in raw ? fieldLines(raw) : headers;
  }

  certificate(): object {
    return certificateOf(this.#request);
  }
}

/** Also without one: behind a proxy, it is the proxy that has seen the certificate. */
function certificateOf({ raw: { socket } }: FastifyRequest): object {
  if (!("getPeerCertificate" in socket)) return { certificate: undefined, authorized: false };
  const tls = socket as TLSSocket; // Nothing else has this method.
  const certificate = tls.getPeerCertificate();
  const isThere = Object.keys(certificate).length > 0;
  return { certificate: isThere ? certificate : undefined, authorized: tls.authorized };
}

/** Reads, checks and writes what an operation takes and gives. */
export class OperationBoundary {
  readonly served: Served;
  readonly responses: ResponseRules;
  readonly receiver: RequestReceiver<FastifyRequest>;
  readonly #service: Service;

  constructor(served: Served, service: Service) {
    const { operation, reader, responses, requests, forms } = served;
    this.served = served;
    this.#service = service;
    this.responses = { ...operation, validators: responses };
    this.receiver = new RequestReceiver(
      { ...operation, reader, validators: requests, forms },
      { guard: service.guard, limits: service.limits, decode: utf8Text },
    );
  }

  /** Reads what stands in the head of a request; what is wrong with it is added to the problems. */
  parametersOf(
    head: RequestHead,
    rawPath: Readonly<Record<string, string>>,
    problems: RequestProblem[],
  ): ReadParameters {
    // Only parameters are read, and their problems have names.
    return this.receiver.read(head, rawPath, problems as ParameterProblem[]);
  }

  /** What a handler gave, as it is sent. Throws a ResponseBreaksDocument. */
  response(given: GivenResponse, fields: Readonly<Record<string, unknown>>): WireResponse {
    return wireResponse(this.responses, given, this.#service.checkResponses, fields);
  }

  /** A problem document is the server's last word, so when it breaks the document, that is only returned. */
  breachOf(
    { status, headers, document: body }: WireProblem,
    fields: Readonly<Record<string, unknown>>,
  ): unknown {
    if (!this.#service.checkProblems) return undefined;
    try {
      checkResponse(this.responses, { status, headers: { ...fields, ...headers }, body, type: problemType });
      return undefined;
    } catch (breach) {
      return breach;
    }
  }
}

/** An exchange that has begun. */
interface DirectExchange extends Exchange {
  readonly response: ServerResponse;
  readonly reply: FastifyReply | undefined;
  readonly head: RequestHead;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  /** The media type of the body that is coming, as the document writes it. */
  declared: string | undefined;
}

/**
 * Serves one operation. The steps follow each other without a promise between them, unless there is something to wait for: a step of
 * the application, a body, the handler.
 */
export class DirectOperation {
  readonly #boundary: OperationBoundary;
  readonly #service: Service;
  readonly #maxBody: number;

  /** @param maxBody  bytes */
  constructor(boundary: OperationBoundary, service: Service, maxBody: number) {
    this.#boundary = boundary;
    this.#service = service;
    this.#maxBody = maxBody;
  }

  /** Responds to one request, whatever happens; never throws. */
  serve(
    request: FastifyRequest,
    response: ServerResponse,
    rawPath: Readonly<Record<string, string>>,
    reply?: FastifyReply,
  ): void {
    const exchange: DirectExchange = {
      request,
      operationId: this.#boundary.served.operation.operationId,
      fields: this.#service.fieldsOf(request),
      startedAt: performance.now(),
      callers: noCallers,
      received: undefined,
      error: undefined,
      response,
      reply,
      head: new RequestHead(request),
      rawPath,
      declared: undefined,
    };
    this.#attempt(exchange, () => this.#admit(exchange));
  }

  #admit(exchange: DirectExchange): void {
    const { head, request, operationId } = exchange;
    this.#service.steps.begin?.(exchange);
    this.#then(
      exchange,
      this.#boundary.receiver.admission.callers({ head, request, operationId }),
      (callers) => {
        exchange.callers = callers;
        this.#then(exchange, this.#service.steps.admitted?.(exchange), () => this.#listen(exchange));
      },
    );
  }

  /** Nobody is above to catch what is thrown. */
  #attempt(exchange: DirectExchange, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#refuse(exchange, error);
    }
  }

  /** Goes on with a value, once it is there. */
  #then<Value>(exchange: DirectExchange, given: MaybePromise<Value>, next: (value: Value) => void): void {
    if (!isPromise(given)) {
      next(given);
      return;
    }
    given.then(
      (value) => this.#attempt(exchange, () => next(value)),
      (error: unknown) => this.#refuse(exchange, error),
    );
  }

  /** Receives the body, where one is coming. */
  #listen(exchange: DirectExchange): void {
    const { request, response, head } = exchange;
    exchange.declared = expectedType(head.headers, this.#boundary.served.operation.body, this.#maxBody);
    if (exchange.declared === undefined) {
      this.#read(exchange, undefined);
      return;
    }
    sendContinue(request.raw, response);
    receiveBody(
      request.raw,
      this.#maxBody,
      (bytes) => this.#attempt(exchange, () => this.#read(exchange, bytes)),
      (error) => this.#refuse(exchange, error),
    );
  }

  #read(exchange: DirectExchange, bytes: Uint8Array | undefined): void {
    const { head, rawPath, declared } = exchange;
    const problems: RequestProblem[] = [];
    const parameters = this.#boundary.parametersOf(head, rawPath, problems);
    if (bytes === undefined || bytes.length === 0 || declared === undefined) {
      this.#handle(exchange, parameters, undefined, problems);
      return;
    }
    const read = this.#boundary.receiver.readBody(bytes, head, declared, problems);
    this.#then(exchange, read, (body) => this.#handle(exchange, parameters, body, problems));
  }

  #handle(
    exchange: DirectExchange,
    parameters: ReadParameters,
    read: ReadBody | undefined,
    problems: RequestProblem[],
  ): void {
    const { request, callers, reply, declared } = exchange;
    exchange.received = read?.body;
    this.#boundary.receiver.check(parameters, declared, read, problems);
    if (problems.length > 0) throw invalidRequest(problems);
    const { path, query, headers, cookies } = parameters;
    const input = { path, query, headers, cookies, body: read?.body, callers, request, reply };
    this.#then(exchange, this.#boundary.served.handle(input), (given) => {
      if (exchange.response.headersSent) return;
      const handled = this.#service.steps.handled?.(exchange);
      // A handler that sends by itself has sent by now.
      this.#then(exchange, handled, () => this.#conclude(exchange, given as GivenResponse));
    });
  }

  #conclude(exchange: DirectExchange, given: GivenResponse): void {
    const { status, headers, body, isJson } = this.#boundary.response(given, exchange.fields);
    const sent = isJson ? JSON.stringify(body) : body;
    const { request, operationId, fields } = exchange;
    const failed = (err: Error): void =>
      request.log.error({ err, operationId }, "a response failed after it had begun");
    this.#send(exchange, { status, fields, headers, body: sent as ReadyResponse["body"], failed });
  }

  /** Sends a problem document. */
  #refuse(exchange: DirectExchange, error: unknown): void {
    if (error instanceof RequestAborted) return;
    const { request, operationId, fields, response } = exchange;
    if (response.headersSent) {
      request.log.error({ err: error, operationId }, "a response failed after it had begun");
      response.destroy();
      return;
    }
    exchange.error = error;
    const about = { id: request.id, log: request.log, operationId };
    const problem = wireProblem(error, about, this.#service.problems);
    const breach = this.#boundary.breachOf(problem, fields);
    if (breach !== undefined) this.#service.problems.errorOf(breach, about);
    const { status, document } = problem;
    const headers = { ...problem.headers, "Content-Type": problemType };
    this.#send(exchange, { status, fields, headers, body: JSON.stringify(document) });
  }

  #send(exchange: DirectExchange, ready: ReadyResponse): void {
    respond(exchange.response, ready, this.#service.connection);
    this.#service.steps.sent?.(exchange, ready.status);
  }
}

const noCallers = {};

/** Whether something is right: `error` says what is not. */
type Verdict = true | { readonly error: Error };

export interface Validation {
  /** For `validatorCompiler`. */
  readonly compile: (part: {
    readonly httpPart?: string;
    readonly contentType?: string;
  }) => (value: unknown) => Verdict;
  /** The whole request, once; undefined when all is well. */
  readonly check: (exchange: AdmittedExchange) => Error | undefined;
  /** Makes the exchange known whose `params` are looked at next: all that Fastify gives a validator. */
  readonly expect: (exchange: AdmittedExchange) => void;
}

export function validationOf(boundary: OperationBoundary): Validation {
  const { operation, reader, requests } = boundary.served;
  const hasHeaders = operation.parameters.some((parameter) => parameter.in === "header");
  /** The exchange whose validation is next. */
  let expected: AdmittedExchange | undefined;
  /** What was just checked as part of a request: Fastify asks for the parts of one request one after the other. */
  let body: unknown;
  let query: unknown;
  let headers: unknown;

  function check(exchange: AdmittedExchange): Error | undefined {
    const { request, parameters, problems, declared } = exchange;
    exchange.isChecked = true;
    const values = { ...parameters, path: request.params, query: request.query };
    const read = exchange.body;
    const isNone = request.body === undefined || request.body === null;
    // Hooks before the validation may have put something else in its place.
    const put =
      read?.body === request.body ? (read ?? { isRead: false }) : { plain: request.body, isRead: true };
    const body = read === undefined && isNone ? undefined : put;
    boundary.receiver.check(values as ReadParameters, declared, body, problems);
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

/** What the operations of a server share. */
interface LifecycleService {
  readonly begun: ExchangeOf;
  readonly service: Service;
  /** Bytes. */
  readonly maxBody: number;
}

const noParameters: ReadParameters = { path: {}, query: {}, headers: {}, cookies: {} };

/** What serves an operation through all of its hooks. */
export function lifecycleParts(
  app: FastifyInstance,
  boundary: OperationBoundary,
  { begun, service, maxBody }: LifecycleService,
): RouteParts {
  const { operation, forms, handle } = boundary.served;
  const { operationId } = operation;
  const { checkResponses, steps, fieldsOf } = service;
  const validation = validationOf(boundary);
  const rawPathOf = rawPathReader(operation.path, app.prefix);

  const begin = (request: FastifyRequest, reply: FastifyReply): AdmittedExchange => {
    const exchange: AdmittedExchange = {
      request,
      operationId,
      fields: fieldsOf(request),
      startedAt: performance.now(),
      callers: {},
      received: undefined,
      error: undefined,
      parameters: noParameters,
      problems: [],
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

  /** What Fastify has of a request is what the document says it is, from here on. */
  const read = (exchange: AdmittedExchange, head: RequestHead, reply: FastifyReply): void => {
    const { request, problems } = exchange;
    setFields(reply, exchange);
    exchange.declared = expectedType(request.headers, operation.body, maxBody);
    exchange.parameters = boundary.parametersOf(head, rawPathOf(request), problems);
    request.params = exchange.parameters.path;
    request.query = exchange.parameters.query;
    if (exchange.declared !== undefined) sendContinue(request.raw, reply.raw);
  };

  const enter = (request: FastifyRequest, reply: FastifyReply): PromiseLike<void> | undefined => {
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
    // Bytes have the type they are given; to texts, Fastify adds a charset.
    return reply.send(typeof body === "string" ? Buffer.from(body) : body);
  };

  /** Undefined, and sent, wherever nothing has to be waited for. */
  const conclude = (reply: FastifyReply, exchange: AdmittedExchange, given: unknown): unknown => {
    if (given === reply || reply.sent) return reply;
    const handled = steps.handled?.(exchange);
    if (isPromise(handled)) return handled.then(() => send(reply, exchange, given as GivenResponse));
    send(reply, exchange, given as GivenResponse);
    return undefined;
  };

  return {
    onRequest(request, reply, done) {
      // What is thrown here, Fastify takes.
      const entered = enter(request, reply);
      if (entered !== undefined) entered.then(() => done(), done);
      else done();
    },
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
      // Whoever took the schema off a route, or put other values in place of its own, has not taken off the validation.
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

/** For those who send a value with `reply` themselves. Error responses are not held against the document. */
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

/** Fastify's own logger has no level while it is switched off; a logger for each request would cost for nothing then. */
export function isLogging({ log }: FastifyInstance): boolean {
  return "level" in log;
}

/** The log of a request as the application makes it, with the operation's id in every line. */
export function namingOperation(
  app: FastifyInstance,
  operationId: string,
): FastifyInstance["childLoggerFactory"] {
  const { childLoggerFactory } = app;
  return (logger, bindings, options, request) =>
    childLoggerFactory.call(app, logger, { ...bindings, operationId }, options, request);
}

/** Serves a request, or says that it is not its own. */
export type LostServer = (request: FastifyRequest, reply: FastifyReply) => boolean;

class LostRequests {
  readonly #known = new WeakMap<Server, LostServer[]>();

  add(server: Server, serve: LostServer): void {
    const others = this.#known.get(server) ?? [];
    this.#known.set(server, others);
    others.push(serve);
  }

  /** False where no operation is meant. */
  serve(request: FastifyRequest, reply: FastifyReply): boolean {
    return this.#known.get(request.server.server)?.some((serve) => serve(request, reply)) ?? false;
  }
}

/** By the servers of Node that applications share with their plugins. */
export const lostRequests = new LostRequests();

/** `uri-host [ ":" port ]` (RFC 9110, section 7.2; RFC 3986, section 3.2.2). Empty where the target has no authority. */
const hostField = /^(?:\[[0-9A-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?$/;

/** Puts the check before every listener that the server has for requests. */
export function rejectMalformedRequests(
  server: Server,
  refuse: (response: ServerResponse, error: HttpError) => void,
): void {
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const error = malformedRequest(request);
    if (error === undefined) for (const listener of listeners) listener.call(server, request, response);
    else refuse(response, error);
  });
}

/** The 400 for a request that is no valid HTTP/1.x request; undefined for all others. */
function malformedRequest(request: IncomingMessage): HttpError | undefined {
  const { httpVersion, url = "" } = request;
  if (httpVersion !== "1.1" && httpVersion !== "1.0")
    return new HttpError(400, `This server supports HTTP/1.1, not HTTP/${httpVersion}.`);
  // RFC 9112, section 3.2: no form of the request target has a fragment.
  if (url.includes("#")) return new HttpError(400, "A request target must not contain a fragment.");
  // RFC 9112, section 3.2.
  const detail = problemOfHost(request);
  if (detail === undefined) return undefined;
  return new HttpError(400, "The request has 1 problem.", {
    errors: [{ in: "header", name: "Host", detail }],
  });
}

/** HTTP/1.0 knows no Host. */
function problemOfHost({ httpVersion, headers: { host }, rawHeaders }: IncomingMessage): string | undefined {
  if (host === undefined) return httpVersion === "1.1" ? "must be sent in HTTP/1.1" : undefined;
  if (!hostField.test(host)) return "must be a host, with or without a port";
  let lines = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === "host") lines++;
  }
  return lines > 1 ? "must be sent once" : undefined;
}

const watched = new WeakSet<Server>();

/** Has an application that closes end such connections, as it ends idle ones. */
export function endUnusedConnections(app: FastifyInstance): void {
  const server: Server = app.server;
  if (watched.has(server)) return;
  watched.add(server);
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  app.addHook("preClose", (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}

/** Adds a route for each operation, and answers for every path and method below the same servers that has none. */
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
  // An application that handles errors itself goes on doing so: what it gets says all that a problem document would.
  if (app.errorHandler.name === "defaultErrorHandler") app.setErrorHandler(sendError);
  const table = addRoutes(app, targets, (target) =>
    service.direct
      ? directParts(app, target)
      : lifecycleParts(app, target.boundary, { begun, service, maxBody }),
  );
  const refuse = (request: FastifyRequest): never =>
    throwNotFound(table, request.method, segmentsBelow(app.prefix, request));
  // Before anything of the body is read.
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

/** Bytes of a body: Fastify's limit. */
function maxBodyOf({ initialConfig }: FastifyInstance): number {
  return initialConfig.bodyLimit ?? 1_048_576;
}

/** What Fastify's router has given up on never enters its lifecycle. */
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

/** Fastify finds the route, and hooks of the application see the request; from there on the exchange is ours. */
function directParts(app: FastifyInstance, { operation, directly }: Target): RouteParts {
  const { operationId } = operation;
  const rawPathOf = rawPathReader(operation.path, app.prefix);
  return {
    onRequest(request, reply) {
      reply.hijack();
      directly.serve(request, reply.raw, rawPathOf(request), reply);
    },
    handler: () => {
      throw new TypeError(`${operationId} was reached without its onRequest`);
    },
    // Schemas of routes are for whoever reads them; what the operation's own reading finds is not looked for twice.
    validatorCompiler: () => undefined as never,
    serializerCompiler: () => undefined as never,
    ...(isLogging(app) ? { childLoggerFactory: namingOperation(app, operationId) } : {}),
  };
}

/** How a server speaks where no operation does. All of it can be left out. */
export interface ConnectionOptions extends ParserLimits {
  readonly problems?: ProblemCatalogue | undefined;
  /** Header fields of every response. */
  readonly fields?: FieldsOf | undefined;
  /** Names requests that Node could not read. */
  readonly nextRequestId?: (() => string) | undefined;
  readonly connection?: ConnectionState | undefined;
}

/** What `fastify()` is given. */
export interface ServerOptions {
  readonly routerOptions: { readonly maxParamLength: number };
  readonly frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
  readonly clientErrorHandler: (error: ParserError, socket: Duplex) => void;
}

const noFields: FieldsOf = () => ({});
const noRequestId = (): string => "unknown";
const noLog = { error: () => undefined };

/**
 * For `fastify({ ...serverOptionsOf() })`: a path that cannot be decoded and a request that is no HTTP are answered with problem
 * documents, too, and a value in a path may be as long as the document allows.
 */
export function serverOptionsOf(options: ConnectionOptions = {}): ServerOptions {
  const { problems = plainProblems, fields = noFields } = options;
  const send = problemSender({ problems, fieldsOf: fields });
  const print = printer(options);
  return {
    routerOptions: { maxParamLength: 65_536 },
    frameworkErrors(error, request, reply) {
      if (!lostRequests.serve(request, reply)) send(isBadUrl(error) ? noSuchPath() : error, request, reply);
    },
    clientErrorHandler: (error, socket) => rejectConnection(socket, httpErrorOfParser(error, options), print),
  };
}

/** Whether Fastify's router could not decode a path: then nothing is at it. */
function isBadUrl(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "FST_ERR_BAD_URL";
}

/** `serverOptionsOf` with its defaults. */
export const serverOptions: ServerOptions = serverOptionsOf();

/**
 * Has a server keep to RFC 9110 and RFC 9112 where Node is lenient: requests with a malformed or repeated Host, a fragment, or another version
 * of HTTP are a 400, CONNECT a 404; a body is asked for (100) once nothing else is wrong. Call it before the server listens.
 */
export function keepToHttp(app: FastifyInstance, options: ConnectionOptions = {}): void {
  const server: Server = app.server;
  const print = printer(options);
  holdContinue(server);
  // RFC 9110, section 10.1.1: an expectation that is not known may be ignored.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("connect", (_, socket) =>
    rejectConnection(
      socket,
      new HttpError(404, "This server is not a proxy: CONNECT is not supported."),
      print,
    ),
  );
  rejectMalformedRequests(server, (response, error) => respondWithProblem(response, error, options));
}

/** Sends the problem document of an error past Fastify. */
export function respondWithProblem(
  response: ServerResponse,
  error: unknown,
  options: ConnectionOptions & { readonly id?: string },
): void {
  const { status, fields, body } = printer(options)(error);
  const headers = { ...fields, "Content-Type": problemType };
  respond(response, { status, fields: {}, headers, body }, options.connection);
}

function printer(
  options: ConnectionOptions & { readonly id?: string },
): (error: unknown) => ReturnType<PrintedProblem> {
  const { problems = plainProblems, fields = noFields, nextRequestId = noRequestId } = options;
  return (error) => {
    const id = options.id ?? nextRequestId();
    const { status, headers, document } = wireProblem(error, { id, log: noLog }, problems);
    return { status, fields: { ...fields({ id }), ...headers }, body: JSON.stringify(document) };
  };
}
