// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type {
  FastifyInstance,
  FastifyPluginCallback,
  FastifyReply,
  FastifyRequest,
  RouteOptions,
} from "fastify";
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
  hasBody,
  type HeaderFields,
  HttpError,
  httpErrorOf,
  invalidRequest,
  isPromise,
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
  type TableRoute,
  templateOf,
  unroutedError,
  type WireResponse,
  wireResponse,
} from "./boundary.ts";
import type { JsonLimits } from "./json.ts";
import { own, type ParameterProblem, type ParameterReader } from "./parameters.ts";
import type { RequestValidators } from "./validators.js";

/** The target as sent, a property of Node's request: servers of several documents may share it. */
const targetKey = Symbol.for("contract: undecodable target");

/** Returns the target of an undecodable request as sent; undefined for every other request. */
export function undecodableTarget(raw: object): string | undefined {
  return Reflect.get(raw, targetKey) as string | undefined;
}

/** Replaces the target by one that can be decoded; returns false if there is none. */
export function replaceTarget(raw: IncomingMessage & { readonly originalUrl?: string }): boolean {
  const { url = "", originalUrl = url } = raw;
  // Fastify rewrites the replaced target again if the application has a `rewriteUrl`.
  const replaced = decodable(originalUrl);
  if (undecodableTarget(raw) !== undefined || replaced === originalUrl) return false;
  Reflect.set(raw, targetKey, url);
  raw.url = replaced;
  return true;
}

export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns a target whose undecodable percent signs are percent-encoded themselves: `/a%ff` → `/a%25ff`. */
function decodable(target: string): string {
  const [, path = "", query = ""] = /^([^?#]*)([^]*)$/.exec(target) ?? [];
  const escaped = path.replace(/(?:%[0-9A-Fa-f]{2})+|%/g, (octets) =>
    isDecodable(octets) ? octets : octets.replaceAll("%", "%25"),
  );
  return escaped + query;
}

/** A request to route, also before Fastify has one of its own. */
export type RoutedRequest = Pick<FastifyRequest, "url"> & { readonly raw: object };

/** Paths below a prefix. They match as tolerantly as the application's router is set to. */
export class PathsBelow {
  /** Without a slash at its end. May contain parameters. */
  readonly prefix: string;
  readonly #parts: readonly string[];
  readonly #ignoreCase: boolean;
  readonly #ignoreTrailingSlash: boolean;
  readonly #ignoreDuplicateSlashes: boolean;

  constructor({ prefix, initialConfig }: Pick<FastifyInstance, "prefix" | "initialConfig">) {
    this.prefix = prefix.replace(/\/+$/, "");
    this.#parts = this.prefix.split("/");
    // Options of the router were options of the application in earlier versions, which are still supported.
    const options = { ...initialConfig, ...initialConfig.routerOptions };
    this.#ignoreCase = options.caseSensitive === false;
    this.#ignoreTrailingSlash = options.ignoreTrailingSlash === true;
    this.#ignoreDuplicateSlashes = options.ignoreDuplicateSlashes === true;
  }

  tableOf<Target>(routes: readonly TableRoute<Target>[]): PathTable<Target> {
    const all = routes.map((route) => ({ ...route, path: this.#tolerant(route.path) }));
    return new PathTable(all, this.#ignoreCase);
  }

  templateOf(path: string): PathTemplate {
    return templateOf(this.#tolerant(path), this.#ignoreCase);
  }

  /** Returns the segments of a request's path below the prefix, percent-encoded as sent. */
  segmentsOf({ raw, url }: RoutedRequest): string[] {
    const segments = this.#tolerant(pathOf(undecodableTarget(raw) ?? url)).split("/");
    if (this.prefix === "") return segments;
    const below = segments.slice(this.#parts.length);
    // The path of the prefix itself is that of the operations at `/`.
    return below.length === 0 ? ["", ""] : ["", ...below];
  }

  /** Whether the path of a request starts with the prefix. */
  include({ raw, url }: RoutedRequest): boolean {
    const segments = pathOf(undecodableTarget(raw) ?? url).split("/");
    return this.#parts.every((part, at) => part.startsWith(":") || part === segments[at]);
  }

  #tolerant(path: string): string {
    const single = this.#ignoreDuplicateSlashes ? path.replace(/\/{2,}/g, "/") : path;
    return this.#ignoreTrailingSlash && single.length > 1 ? single.replace(/\/$/, "") : single;
  }
}

/** Returns the path of a request target, which may be in absolute form (RFC 9112, section 3.2.2). */
function pathOf(target: string): string {
  const end = target.search(/[?#]/);
  const path = end < 0 ? target : target.slice(0, end);
  return path.startsWith("/") ? path : path.replace(/^[^/?#]*:\/\/[^/]*/, "") || "/";
}

/**
 * Whether Fastify's router can express a path: it treats `*` as a wildcard, and decodes paths before it
 * compares them.
 */
export function isRegular({ segments }: PathTemplate): boolean {
  return segments.every((segment) => (typeof segment === "string" ? isPlain(segment) : segment.whole));
}

function isPlain(segment: string): boolean {
  return !/[*?#%]/.test(segment);
}

/**
 * Returns a path for Fastify's router. Segments that it cannot express become parameters, which the
 * constraint checks; logs and metrics show their names: `/jobs/{id}:stop` → `/jobs/:id_stop`.
 */
export function urlOf(path: string): string {
  const { segments } = templateOf(path);
  const isNamed = hasPlainNames(path);
  const taken = new Set<string>();
  const parts = path.split("/").map((text, at) => {
    const segment = segments[at] ?? "";
    if (typeof segment === "string" && isPlain(segment)) return segment.replaceAll(":", "::");
    if (isNamed && typeof segment !== "string") return `:${segment.names[0] ?? ""}`;
    const word = text.replace(/\W+/g, "_").replace(/^_+|_+$/g, "");
    const label = word === "" || taken.has(word) ? `p${at}` : word;
    taken.add(label);
    return `:${label}`;
  });
  return parts.join("/");
}

/** Whether Fastify's router can return the path parameters under their names in the document. */
export function hasPlainNames(path: string): boolean {
  const template = templateOf(path);
  const names = template.segments.flatMap((segment) => (typeof segment === "string" ? [] : segment.names));
  return (
    isRegular(template) && names.every((name) => /^\w+$/.test(name)) && new Set(names).size === names.length
  );
}

type Fields = Readonly<Record<string, string | number | string[]>>;

/** A response to send. Header values are strings or integers. */
export interface ReadyResponse {
  readonly status: number;
  /**
   * Fields that every response of the exchange has. Kept separate, because merging them into `headers` would
   * cost more than sending them.
   */
  readonly fields: Readonly<Record<string, string | number>>;
  /** Fields of this response; they override `fields`. */
  readonly headers: Fields;
  /** The serialized body; undefined if there is no content at all. */
  readonly body: string | Uint8Array | Readable | ReadableStream | undefined;
  /** Called with the error of a stream that ended too early, but not if the client closed the connection. */
  readonly failed?: (error: Error) => void;
}

/** Whether connections are kept alive after a response. */
export interface ConnectionState {
  /** True once the server shuts down: every response then closes its connection. */
  readonly draining: boolean;
}

/** Sends a response, with Content-Length if its length is known, so that it is written in one piece. */
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
    // As many bytes as characters means ASCII, which Node copies without transcoding if it is declared as
    // Latin-1.
    sendWhole(response, body, length === body.length ? "latin1" : "utf8");
  } else if (body === undefined) {
    // RFC 9110, section 8.6: neither a 1xx nor a 204 has Content-Length, and that of a 304 is of another
    // response.
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
 * Does what `response.end(body)` does with one write instead of two. Node ends with an empty chunk; it copies
 * two chunks to a buffer, but writes a single one of up to 16 KiB directly. That saves a tenth of a short
 * exchange.
 */
function sendWhole(response: ServerResponse, body: string, encoding: "latin1" | "utf8"): void {
  const { socket } = response;
  // Without a socket, earlier responses of the connection are pending, and Node buffers the chunks until they
  // are sent.
  socket?.cork();
  response.write(body, encoding);
  socket?.uncork();
  response.end();
}

/**
 * Sends a stream. If it fails, the connection is destroyed, so that the client notices that the response is
 * incomplete.
 */
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

/** Returns the reason phrase of an error's status. */
export function titleOf({ statusCode }: Pick<HttpError, "statusCode">): string {
  return STATUS_CODES[statusCode] ?? "Error";
}

/** A request whose operation was found. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly operationId: string;
  /** Header fields of the response, whatever it is. The response's own fields override them. */
  readonly fields: Record<string, string | number>;
  /** Time of the start, by `performance.now()`, in milliseconds. */
  readonly startedAt: number;
  /** Empty until the credentials are accepted. */
  callers: Callers;
  /** The parsed body: a value for JSON and forms. Undefined before it is read, and if none was sent. */
  received: unknown;
  /** The thrown error, if the response is an error response. */
  error: unknown;
}

/** Hooks; absent ones take no time. Each may throw, which ends the exchange with that error. */
export interface Steps {
  /** Called before anything of a request is checked. */
  readonly begin?: ((exchange: Exchange) => void) | undefined;
  /** Called once the caller is authenticated, before the body is received; a returned promise is awaited. */
  readonly admitted?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** Called once a handler has returned its response, before it is sent; a returned promise is awaited. */
  readonly handled?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** Called after the response, error or not, was handed to Node. */
  readonly sent?: ((exchange: Exchange, status: number) => void) | undefined;
}

/** Returns header fields of every response, also where no operation was found; a new object each time. */
export type FieldsOf = (request: Pick<FastifyRequest, "id">) => Record<string, string | number>;

/** How errors become problem documents. */
export interface ProblemCatalogue {
  /** Returns the error to respond with for any thrown value. Logs errors that the server caused. */
  readonly errorOf: (error: unknown, request: FailedRequest) => HttpError;
  /** Returns the problem document of an error from `errorOf`. */
  readonly documentOf: (error: HttpError, requestId: string) => object;
}

/** The facts about a failed request. */
export interface FailedRequest {
  readonly id: string;
  readonly log: Pick<FastifyRequest["log"], "error">;
  /** Undefined if no operation was found. */
  readonly operationId?: string | undefined;
}

/** The default catalogue: every error is a plain problem document. */
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

/** Returns the facts about a request, with the operation that Fastify's router found. */
export function failedRequest(request: FastifyRequest): FailedRequest {
  const { id, log, routeOptions } = request;
  return { id, log, operationId: routeOptions.config.operationId };
}

/** Ends an exchange without a response: the client disconnected, or none is to be sent. */
export class RequestAborted extends Error {
  override readonly name = "RequestAborted";
}

/** What sending a problem document requires. */
export interface ProblemService {
  readonly problems: ProblemCatalogue;
  readonly fieldsOf: FieldsOf;
  /** Returns how a problem document violates the contract, if that is checked. */
  readonly breachOf?: (
    request: FailedRequest,
    problem: WireProblem,
    fields: Readonly<Record<string, unknown>>,
  ) => unknown;
}

/** Returns a handler for `setErrorHandler` that sends every error as a problem document. */
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
    // Sent as bytes: to strings, Fastify adds a charset, which JSON does not have.
    const body = Buffer.from(JSON.stringify(document));
    return reply.code(status).header("Content-Type", problemType).send(body);
  };
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The id of the operation, for routes that the contract declares. */
    operationId?: string;
  }
}

/** The `schema` of a route as Fastify and its plugins know it; references are those of the document. */
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

/** One operation with everything that serves it. */
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
    /** Header fields of every response, which announce that the operation is deprecated or will end. */
    readonly announced?: Readonly<Record<string, string>>;
  };
  readonly schema: RouteSchema;
  /** The Link Objects of the document by status and name. */
  readonly links: Readonly<Record<string, object>> | undefined;
  /** The path of the operation's server, without a trailing slash. */
  readonly basePath: string;
  readonly reader: ParameterReader;
  readonly requests: RequestValidators;
  readonly responses: ResponseRules["validators"];
  readonly forms: Forms;
  readonly handle: (input: object) => MaybePromise<GivenResponse | FastifyReply>;
}

/** What all operations share. */
export interface Service extends ProblemService {
  readonly guard: Guard<FastifyRequest>;
  readonly checkResponses: boolean;
  /** Whether problem documents are also validated against the document; violations are only logged. */
  readonly checkProblems: boolean;
  readonly limits: JsonLimits;
  readonly steps: Steps;
  /** Whether exchanges bypass Fastify once their route is found. */
  readonly direct: boolean;
  readonly connection: ConnectionState | undefined;
}

/**
 * The state of an exchange that passes through Fastify's whole lifecycle; parameters are set once its
 * credentials are accepted.
 */
export interface AdmittedExchange extends Exchange {
  parameters: ReadParameters;
  readonly problems: RequestProblem[];
  /** Whether the request was received with content that the operation may take. */
  readonly hasContent: boolean;
  /** The media type of the incoming body, as written in the document. */
  declared: string | undefined;
  readonly forms: Forms;
  body: ReadBody | undefined;
  /** Why the body was not read, such as its size: the response once Fastify's parsers are done. */
  unreadable: HttpError | undefined;
  isChecked: boolean;
}

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

/**
 * Receives the whole body and calls `received` once; or calls `failed` with the 413 as soon as the limit is
 * exceeded (Node reads and discards the rest), or with a RequestAborted. Uses callbacks, because a promise
 * per body takes a twentieth of the time of a short exchange.
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
  request.on("error", (cause) => failed(new RequestAborted("the client closed the connection", { cause })));
}

/** Decodes UTF-8; undefined for invalid bytes. Faster than `TextDecoder` for short bodies. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

/** Exchanges by request, stored as a property: a WeakMap would burden the garbage collector. */
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
 * Registers a parser that receives and parses bodies as the operation declares; problems of the body are
 * reported with all others. Fastify's own parser would close the connection of a body that is too large.
 */
export function addBodyParser(app: FastifyInstance, begun: ExchangeOf, { limits }: Service): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (request, payload, done) => {
    const exchange = begun.get(request);
    const fail = (error: unknown): void => {
      // Fastify closes the connection after an error of a parser; a body that is too large is read and
      // discarded instead.
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

/** The error of Node's parser: https://nodejs.org/api/http.html#event-clienterror */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** The limits in the server's settings, as far as messages name them. */
export interface ParserLimits {
  /** Maximum size of the header section, in bytes. */
  readonly maxHeader?: number | undefined;
  readonly requestSeconds?: number | undefined;
}

/** Returns the problem document of an error, with its header fields. */
export type PrintedProblem = (error: HttpError) => {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | number | string[]>>;
  readonly body: string;
};

/** Returns the HttpError for an error of the parser. */
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

/** Returns the bytes of a response after which the connection ends. */
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

/**
 * Sends the error response and closes the connection, after the pending responses to earlier requests on it.
 */
export function rejectConnection(socket: Duplex, error: HttpError, print: PrintedProblem): void {
  const pending = pendingResponse(socket);
  if (pending?.req.complete === true) {
    pending.once("finish", () => rejectConnection(socket, error, print));
    return;
  }
  // A response that has begun cannot be withdrawn; one byte after it would be read as the next response.
  if (socket.writable && pending?.headersSent !== true) socket.end(lastResponse(error, print));
  else socket.destroy();
}

/**
 * Returns the response that is pending on a connection. Node keeps it in `_httpMessage`, where its own
 * `clientError` handler reads it.
 */
function pendingResponse(
  socket: Duplex & { readonly _httpMessage?: ServerResponse | null },
): ServerResponse | undefined {
  return socket._httpMessage ?? undefined;
}

/**
 * A property of requests whose client waits for a 100 before it sends the body: whether their connection was
 * to be kept alive. Servers of several documents, each with its own modules, may share a request.
 */
const waiting = Symbol.for("contract: waits for 100");

/** Replaces Node's default, which sends 100 before the credentials are checked. */
export function holdContinue(server: Server): void {
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    Reflect.set(request, waiting, response.shouldKeepAlive);
    // Until the body is requested, it is unknown whether it will be sent, so the next request on the
    // connection could not be distinguished from it.
    response.shouldKeepAlive = false;
    server.emit("request", request, response);
  });
}

/** Sends 100 to a client that waits for it. */
export function sendContinue(request: IncomingMessage, response: ServerResponse): void {
  const keepAlive = Reflect.get(request, waiting) as boolean | undefined;
  if (keepAlive === undefined) return;
  Reflect.set(request, waiting, undefined);
  response.shouldKeepAlive = keepAlive;
  response.writeContinue();
}

/**
 * Returns the lines of repeated fields separately; if none is repeated, the fields that Node has parsed
 * already, because separating lines costs as much again.
 */
export function fieldLines(
  request: Pick<IncomingMessage, "headers" | "headersDistinct" | "rawHeaders">,
): HeaderFields {
  const { headers, rawHeaders } = request;
  return Object.keys(headers).length * 2 === rawHeaders.length ? headers : request.headersDistinct;
}

/** A class, because closures per request would cost more than the properties they compute. */
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
    // Injected requests have no separate lines.
    const { raw, headers } = this.#request;
    return "headersDistinct" in raw ? fieldLines(raw) : headers;
  }

  certificate(): object {
    return certificateOf(this.#request);
  }
}

const isChunked = { "transfer-encoding": "chunked" };

/**
 * Returns the header fields by which the content of a request is judged: HTTP/2 needs no field to announce
 * content (RFC 9113, section 8.1).
 */
export function contentFields({ raw, headers }: Pick<FastifyRequest, "raw" | "headers">): HeaderFields {
  if (raw.httpVersionMajor < 2 || headers["content-length"] !== undefined) return headers;
  const { stream } = raw as { readonly stream?: { readonly endAfterHeaders?: boolean } };
  return stream === undefined || stream.endAfterHeaders === true ? headers : { ...headers, ...isChunked };
}

/** Returns the same for content that a hook has replaced: its coding and its length are gone. */
export function replacedContentFields({ headers }: Pick<FastifyRequest, "headers">): HeaderFields {
  return { ...headers, "content-encoding": undefined, "content-length": undefined, ...isChunked };
}

/**
 * Returns the client certificate; an empty object if there is none: behind a proxy, only the proxy sees it.
 */
function certificateOf({ raw: { socket } }: FastifyRequest): object {
  if (!("getPeerCertificate" in socket)) return { certificate: undefined, authorized: false };
  const tls = socket as TLSSocket; // Only TLS sockets have this method.
  const certificate = tls.getPeerCertificate();
  const isThere = Object.keys(certificate).length > 0;
  return { certificate: isThere ? certificate : undefined, authorized: tls.authorized };
}

/** Reads and validates the requests of an operation and serializes its responses. */
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

  /** Returns the header fields that every response to a request has. */
  fieldsOf(request: FastifyRequest): Exchange["fields"] {
    const { announced } = this.served.operation;
    const fields = this.#service.fieldsOf(request);
    return announced === undefined ? fields : { ...announced, ...fields };
  }

  /** Reads the head of a request; its problems are added to the list. */
  parametersOf(
    head: RequestHead,
    rawPath: Readonly<Record<string, string>>,
    problems: RequestProblem[],
  ): ReadParameters {
    // Only parameters are read, and their problems have names.
    return this.receiver.read(head, rawPath, problems as ParameterProblem[]);
  }

  /** Returns the response to send. Throws a ResponseBreaksDocument. */
  response(given: GivenResponse, fields: Readonly<Record<string, unknown>>): WireResponse {
    return wireResponse(this.responses, given, this.#service.checkResponses, fields);
  }

  /**
   * Returns how a problem document violates the contract, if it does. It is the last response the server can
   * send, so this is never thrown.
   */
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

/** An exchange in progress. */
interface DirectExchange extends Exchange {
  readonly response: ServerResponse;
  readonly reply: FastifyReply | undefined;
  readonly head: RequestHead;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  /** The media type of the incoming body, as written in the document. */
  declared: string | undefined;
}

/**
 * Serves one operation. The steps run synchronously, without a promise between them, unless one has to be
 * awaited: a hook of the application, the body, the handler.
 */
export class DirectOperation {
  readonly #boundary: OperationBoundary;
  readonly #service: Service;
  readonly #maxBody: number;

  /** @param maxBody  maximum size of a body in bytes */
  constructor(boundary: OperationBoundary, service: Service, maxBody: number) {
    this.#boundary = boundary;
    this.#service = service;
    this.#maxBody = maxBody;
  }

  /** Responds to one request; never throws. */
  serve(
    request: FastifyRequest,
    response: ServerResponse,
    rawPath: Readonly<Record<string, string>>,
    reply?: FastifyReply,
  ): void {
    const exchange: DirectExchange = {
      request,
      operationId: this.#boundary.served.operation.operationId,
      fields: this.#boundary.fieldsOf(request),
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

  /** Runs a step; errors become error responses, because no caller would catch them. */
  #attempt(exchange: DirectExchange, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#refuse(exchange, error);
    }
  }

  /** Calls `next` with the value: at once, or when the promise is fulfilled. */
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

  /** Receives the body, if there is one. */
  #listen(exchange: DirectExchange): void {
    const { request, response } = exchange;
    const fields = contentFields(request);
    exchange.declared = expectedType(fields, this.#boundary.served.operation.body, this.#maxBody);
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
      // By now, a handler that sends the response itself has sent it.
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

type RawPath = Readonly<Record<string, string>>;

/** The path of an operation, and its parameters. */
interface PathRules {
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

/** Returns a function that reads the path parameters of an operation, still percent-encoded. */
export function rawPathReader(
  { path, parameters }: PathRules,
  paths: PathsBelow,
): (request: FastifyRequest) => RawPath {
  const template = paths.templateOf(path);
  const isNamed = hasPlainNames(path);
  const names = parameters.flatMap(({ name, in: place }) => (place === "path" ? [name] : []));
  return (request) => {
    // The router has decoded the values; they differ from the encoded ones only if the URL has a percent
    // sign.
    if (isNamed && !request.url.includes("%")) return request.params as RawPath;
    const values = matchPath(template, paths.segmentsOf(request));
    if (undecodableTarget(request.raw) !== undefined) return undecodable(names, values);
    return values ?? encoded(request.params);
  };
}

/**
 * Returns the values of a path that cannot be decoded, which the parameter readers report. A path that is
 * broken elsewhere is a 404: no operation runs for it.
 */
function undecodable(names: readonly string[], values: RawPath | undefined): RawPath {
  if (values === undefined || names.every((name) => isDecodable(values[name] ?? "")))
    throw unroutedError(undefined);
  return values;
}

/**
 * Throws the 404 for a path without a value for one of its parameters, which Fastify's router accepts at the
 * end of a path.
 */
export function rejectEmpty(request: FastifyRequest): void {
  const params = request.params as RawPath;
  for (const name in params) if (params[name] === "") throw unroutedError(undefined);
}

/**
 * Encodes the parameters of a path that the router matches more tolerantly than the document, such as one
 * with an additional slash at its end.
 */
function encoded(params: unknown): RawPath {
  const entries = Object.entries(Object(params) as Record<string, string>);
  return Object.fromEntries(entries.map(([name, value]) => [name, encodeURIComponent(value)]));
}

/** The result of a validator: `error` carries the problems. */
type Verdict = true | { readonly error: Error };

/** The validation of one operation, as Fastify calls it. */
export interface Validation {
  /** The function for `validatorCompiler`. */
  readonly compile: (part: {
    readonly httpPart?: string;
    readonly contentType?: string;
  }) => (value: unknown) => Verdict;
  /** Validates the whole request, once; returns undefined if it is valid. */
  readonly check: (exchange: AdmittedExchange) => Error | undefined;
  /**
   * Announces the exchange whose `params` are validated next: `params` is all that Fastify passes to a
   * validator.
   */
  readonly expect: (exchange: AdmittedExchange) => void;
}

export function validationOf(boundary: OperationBoundary): Validation {
  const { operation, reader, requests } = boundary.served;
  const hasHeaders = operation.parameters.some((parameter) => parameter.in === "header");
  /** The exchange to be validated next. */
  let expected: AdmittedExchange | undefined;
  /**
   * The parts that were just validated with the whole request: Fastify validates the parts of one request one
   * after the other.
   */
  let body: unknown;
  let query: unknown;
  let headers: unknown;

  function check(exchange: AdmittedExchange): Error | undefined {
    const { request, parameters, problems, declared } = exchange;
    exchange.isChecked = true;
    const values = { ...parameters, path: request.params, query: request.query };
    const read = exchange.body;
    const isNone = request.body === undefined || request.body === null;
    // Hooks before the validation may have replaced the body.
    const put =
      read?.body === request.body ? (read ?? { isRead: false }) : { plain: request.body, isRead: true };
    const body = read === undefined && isNone ? undefined : put;
    boundary.receiver.check(values as ReadParameters, declared, body, problems);
    return problems.length === 0 ? undefined : invalidRequest(problems);
  }

  function checkAll(params: unknown): Verdict {
    const exchange = expected;
    expected = undefined;
    // With hooks in between, another exchange may be the expected one: the handler validates again.
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
            // No part of a request is retained longer than its validation takes.
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

/**
 * `uri-host [ ":" port ]` (RFC 9110, section 7.2; RFC 3986, section 3.2.2). Empty if the target has no
 * authority.
 */
const hostField = /^(?:\[[0-9A-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?$/;

/** Runs the check before every request listener of the server. */
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

/** Returns the 400 for an invalid HTTP/1.x request; undefined for a valid one. */
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

/** Returns the problem of the Host field. HTTP/1.0 does not require one. */
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

/** The operations of a document below one prefix. */
interface ServedBelow {
  readonly prefix: string;
  /** Whether the path of a request starts with the prefix. */
  readonly includes: (request: FastifyRequest) => boolean;
  /** Returns the methods of a path; undefined if it does not exist. */
  readonly methods: (request: FastifyRequest) => readonly string[] | undefined;
}

/** A property of Node's server: servers of several documents, each with its own modules, may share it. */
const pathsKey = Symbol.for("contract: served paths");

/** Adds operations; returns whether they are the first ones below their prefix. */
export function addServedPaths(server: Server, paths: PathsBelow, table: PathTable<unknown>): boolean {
  const others = servedOf(server);
  const { prefix } = paths;
  const served: ServedBelow = {
    prefix,
    includes: (request) => paths.include(request),
    methods: (request) => {
      const found = table.find(request.method, paths.segmentsOf(request));
      return found && (found.allowed ?? []);
    },
  };
  Reflect.set(server, pathsKey, [...others, served]);
  return others.every((other) => other.prefix !== prefix);
}

/** Throws the 404 or 405 for a request without a route below a prefix. */
export function rejectUnserved(request: FastifyRequest, prefix: string): never {
  const below = servedBelow(request).filter((served) => served.prefix === prefix);
  const allowed = [...new Set(below.flatMap((served) => served.methods(request) ?? []))];
  throw unroutedError(allowed.length === 0 ? undefined : { target: undefined, allowed });
}

/**
 * Whether a request belongs to some plugin. Without a prefix, only the paths of its operations do: all others
 * are the application's.
 */
export function isServed(request: FastifyRequest): boolean {
  return servedBelow(request).some((served) => served.prefix !== "" || served.methods(request) !== undefined);
}

function servedBelow(request: FastifyRequest): readonly ServedBelow[] {
  return servedOf(request.server.server).filter((served) => served.includes(request));
}

function servedOf(server: Server): readonly ServedBelow[] {
  return (Reflect.get(server, pathsKey) as readonly ServedBelow[] | undefined) ?? [];
}

const watched = new WeakSet<Server>();

/** Makes an application that closes also end such connections, as it ends idle ones. */
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

/** Responses outside of operations. Every option is optional. */
export interface ConnectionOptions extends ParserLimits {
  readonly problems?: ProblemCatalogue | undefined;
  /** Returns header fields of every response. */
  readonly fields?: FieldsOf | undefined;
  /** Returns an id for a request that Node could not parse. */
  readonly nextRequestId?: (() => string) | undefined;
  readonly connection?: ConnectionState | undefined;
}

/** The options for `fastify()`. */
export interface ServerOptions {
  readonly routerOptions: { readonly maxParamLength: number };
  readonly frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
  readonly clientErrorHandler: (error: ParserError, socket: Duplex) => void;
}

const pathTooLong = (): HttpError => new HttpError(414, "A segment of the path is too long.");
const noFields: FieldsOf = () => ({});
const noRequestId = (): string => "unknown";
const noLog = { error: () => undefined };

/**
 * Returns options for `fastify({ ...serverOptionsOf() })`: paths that cannot be decoded and malformed HTTP
 * requests get problem documents, and path parameters may be as long as the document allows.
 */
export function serverOptionsOf(options: ConnectionOptions = {}): ServerOptions {
  const { problems = plainProblems, fields = noFields } = options;
  const send = problemSender({ problems, fieldsOf: fields });
  const print = printer(options);
  return {
    routerOptions: { maxParamLength: 65_536 },
    frameworkErrors(error, request, reply) {
      const code = codeOf(error);
      if (code === "FST_ERR_MAX_PARAM_LENGTH") send(pathTooLong(), request, reply);
      else if (code !== "FST_ERR_BAD_URL") send(error, request, reply);
      // Routed once more, by a path that the router can decode, so that hooks run.
      else if (isServed(request) && replaceTarget(request.raw))
        request.server.routing(request.raw, reply.raw);
      else send(noSuchPath(), request, reply);
    },
    clientErrorHandler: (error, socket) => rejectConnection(socket, httpErrorOfParser(error, options), print),
  };
}

/** Returns the code of an error of Fastify's. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** The options of `serverOptionsOf` with its defaults. */
export const serverOptions: ServerOptions = serverOptionsOf();

/**
 * Makes a server follow RFC 9110 and RFC 9112 where Node is lenient: requests with a malformed or repeated
 * Host, a fragment, or another version of HTTP get a 400, CONNECT a 404; the body is requested (100) once
 * everything else is accepted. Call it before the server listens.
 */
export function keepToHttp(app: FastifyInstance, options: ConnectionOptions = {}): void {
  const server: Server = app.server;
  const print = printer(options);
  holdContinue(server);
  // RFC 9110, section 10.1.1: an unknown expectation may be ignored.
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

/** Sends the problem document of an error outside of Fastify's lifecycle. */
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

/** What an option's functions are for, in messages. */
export interface NeededFunctions {
  /** The name of the option: `handlers`. */
  readonly option: string;
  /** `operation` */
  readonly each: string;
  /** The names that the document requires, each with what it stands for. */
  readonly needed: Readonly<Record<string, string>>;
}

/** Throws a TypeError unless an option has exactly one function for each name. */
export function assertFunctions(given: unknown, { option, each, needed }: NeededFunctions): void {
  const names = Object.keys(needed);
  if (typeof given !== "object" || given === null)
    throw new TypeError(
      `${option} is missing: pass an object with a function for each ${each} of the document: ${listed(names)}`,
    );
  for (const name of names) {
    const found: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    const described = `${option}.${name}, for ${needed[name] ?? ""},`;
    if (found === undefined || found === null)
      throw new TypeError(`${described} is missing: add a function of this name`);
    if (typeof found !== "function")
      throw new TypeError(`${described} must be a function; it is of type ${typeof found}`);
  }
  const surplus = Object.keys(given).find((name) => !Object.hasOwn(needed, name));
  if (surplus !== undefined)
    throw new TypeError(
      `${option}.${surplus} is for no ${each} of the document: remove it; the names are ${listed(names)}`,
    );
}

/** The first names; a document may have a thousand. */
function listed(names: readonly string[]): string {
  const most = 10;
  if (names.length === 0) return "none";
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
