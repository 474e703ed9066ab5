// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { Readable } from "node:stream";
import type { PeerCertificate } from "node:tls";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormFile, Guard, JsonText, MaybePromise, StreamEvent } from "./boundary.ts";
import { createFormats } from "./formats.ts";
import { usualLimits } from "./json.ts";
import { type OperationId, operations } from "./operations.ts";
import { forms, parameters } from "./parameters.ts";
import { routes } from "./routes.ts";
import {
  assertFunctions,
  type ConnectionState,
  type FieldsOf,
  plainProblems,
  pluginOf,
  type ProblemCatalogue,
  type Served,
  serveOperations,
  type Steps,
} from "./serve-operations.ts";
import type { Binary, operations as Types } from "./types.ts";
import { createValidators, type Formats } from "./validators.js";

export { type FormFile, HttpError, JsonText, type StreamEvent } from "./boundary.ts";
export { keepToHttp, type ProblemCatalogue, serverOptions, serverOptionsOf, type Steps } from "./serve-operations.ts";

/** The credentials of a request, by security scheme. */
export interface Credentials {
  /** spec: /components/securitySchemes/accountAuthToken */
  readonly accountAuthToken: { readonly username: string; readonly password: string };
  /** spec: /components/securitySchemes/apiKeySecret */
  readonly apiKeySecret: { readonly username: string; readonly password: string };
}

/** Schemes for which some operation requires scopes. */
type Scoped = never;

const schemes: Guard["schemes"] = { accountAuthToken: { kind: "basic" }, apiKeySecret: { kind: "basic" } };

type ParametersIn<Id extends OperationId, In extends "path" | "query" | "header" | "cookie"> = [
  NonNullable<Types[Id]["parameters"][In]>,
] extends [never]
  ? object
  : NonNullable<Types[Id]["parameters"][In]>;

type MediaParameters = "" | `${"" | " "};${string}`;
type JsonType = `${"application/" | "text/" | `${string}+`}json${MediaParameters}`;

type FormField<T> = T extends string
  ? keyof Binary extends keyof T
    ? FormFile
    : T
  : T extends readonly (infer Item)[]
    ? FormField<Item>[]
    : T;

/** The fields of each alternative. */
type FormIn<Form> = Form extends unknown ? { [Field in keyof Form]: FormField<Form[Field]> } : never;

type BodyIn<Content> = {
  [Media in keyof Content]: Lowercase<Media & string> extends JsonType | `application/x-www-form-urlencoded${string}`
    ? Content[Media]
    : Media extends `multipart/form-data${string}`
      ? FormIn<Content[Media]>
      : Media extends `multipart/${string}`
      ? Content[Media] extends readonly unknown[]
        ? FormIn<Content[Media]>
        : Uint8Array
      : Media extends `text/${string}`
        ? string
        : Media extends "*/*" | "application/*"
          ? Content[Media] | string | Uint8Array
          : Uint8Array;
}[keyof Content];

type BodyOf<Id extends OperationId> = Types[Id] extends { requestBody?: infer Body }
  ?
      | (NonNullable<Body> extends { content: infer Content } ? BodyIn<Content> : undefined)
      | (undefined extends Body ? undefined : never)
  : undefined;

/** A request at the time of authentication: nothing of it has been validated yet. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly operationId: OperationId;
}

/**
 * A function for each security scheme. Its result reaches handlers in `callers`; `undefined` rejects the
 * request (401). Where the document requires scopes, the result lists those granted; a missing one rejects
 * the request (403).
 */
export type Authenticators = {
  readonly [Scheme in keyof Credentials]: (
    credentials: Credentials[Scheme],
    exchange: Exchange,
  ) => MaybePromise<(Scheme extends Scoped ? { readonly scopes: readonly string[] } : unknown) | undefined>;
};

type Caller<Auth, Scheme extends keyof Auth> = Auth[Scheme] extends (...given: never[]) => infer Result
  ? Exclude<Awaited<Result>, undefined>
  : never;

type CallersOf<Requirement, Auth> = Requirement extends unknown
  ? { readonly [Scheme in keyof Requirement & keyof Auth]: Caller<Auth, Scheme> }
  : never;

/** The callers of an operation by scheme: one member for each alternative that the document allows. */
export type Callers<Id extends OperationId, Auth> = [(typeof operations)[Id]["security"][number]] extends [never]
  ? object
  : CallersOf<(typeof operations)[Id]["security"][number], Auth>;

/** A valid request. Files in forms are `FormFile`s: their `name` is not to be trusted. */
export interface Input<Id extends OperationId, Auth = Authenticators> {
  readonly path: ParametersIn<Id, "path">;
  readonly query: ParametersIn<Id, "query">;
  readonly headers: ParametersIn<Id, "header">;
  readonly cookies: ParametersIn<Id, "cookie">;
  readonly body: BodyOf<Id>;
  readonly callers: Callers<Id, Auth>;
  readonly request: FastifyRequest;
  /**
   * For what the result cannot express, such as a plugin's cookies. A handler that sends with it returns it.
   */
  readonly reply: FastifyReply;
}

type LinesType = `application/${"x-ndjson" | "ndjson" | "jsonl" | "x-jsonlines" | "jsonlines" | "json-seq" | `${string}+json-seq`}${MediaParameters}`;

/** An item or event of a stream; never if the content is not a stream. */
type ItemIn<Media, Content> = Media extends `text/event-stream${MediaParameters}`
  ? StreamEvent<Content>
  : Media extends LinesType
    ? [Content] extends [readonly (infer Item)[]] ? Item : Content
    : never;

/** The items of a stream, which a handler may return instead of its text, as they become available. */
type ItemsOut<Item> = [Item] extends [never] ? never : Iterable<Item> | AsyncIterable<Item>;

type BodyOut<Content> = {
  [Media in keyof Content]:
    | ItemsOut<ItemIn<Lowercase<Media & string>, Content[Media]>>
    | (Lowercase<Media & string> extends JsonType ? Content[Media] | JsonText : Media extends "*/*" | "application/*" ? unknown : string)
    | Uint8Array
    | Readable
    | ReadableStream<Uint8Array | ItemIn<Lowercase<Media & string>, Content[Media]>>;
}[keyof Content];

type ResponseBody<Response> = Response extends { content: infer Content }
  ? { readonly body: BodyOut<Content> }
  : { readonly body?: undefined };

type ResponseHeaders<Response> = Response extends { headers: infer Headers }
  ? {} extends Headers
    ? { readonly headers?: Readonly<Headers> }
    : { readonly headers: Readonly<Headers> }
  : { readonly headers?: Readonly<Record<string, unknown>> };

/** The response of an operation that declares none. */
interface AnyResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Numeric<T> = T extends `${infer Status extends number}` ? Status : never;
type StatusIn<Class> = Class extends string ? Numeric<`${Class}${Digit}${Digit}`> : never;
type Declared<Key> = Key extends `${infer Class}XX` ? StatusIn<Class> : Key;

/**
 * The statuses for a key of `responses`: a range, or `default`, excludes statuses with a response of
 * their own.
 */
type StatusOf<Key, Keys> = Key extends number
  ? Key
  : Key extends `${infer Class}XX`
    ? Exclude<StatusIn<Class>, Keys>
    : Exclude<StatusIn<"2" | "3" | "4" | "5">, Declared<Keys>>;

type ResponseIn<Responses> = [Responses] extends [never]
  ? AnyResponse
  : [keyof Responses] extends [never]
    ? AnyResponse
  : {
      [Status in keyof Responses]: { readonly status: StatusOf<Status, keyof Responses> } & ResponseBody<
        Responses[Status]
      > &
        ResponseHeaders<Responses[Status]>;
    }[keyof Responses];

/**
 * One of the declared responses. The body is serialized by the header `Content-Type`; if a handler sets
 * none, it is the first declared type that fits. JSON is serialized from a value; a stream of items also from
 * an (async) iterable of them (each is written as soon as it is available); anything else is a string, bytes
 * or a stream. Text and bytes from a `ReadableStream` or a `Readable` are written unchanged.
 */
export type OperationResponse<Id extends OperationId> = ResponseIn<Types[Id]["responses"]>;

/** One handler for every operation: a missing one is a compile error that names it. */
export type Handlers<Auth = Authenticators> = {
  readonly [Id in OperationId]: (input: Input<Id, Auth>) => MaybePromise<OperationResponse<Id> | FastifyReply>;
};

/** The path of the document's first server. spec: /servers/0/url */
export const basePath = "/v1";

/** Paths of the servers that operations declare themselves. */
const basePaths: { readonly [id: string]: string | undefined } = {
};

const realm = "SenderPools API";

/** The options of a server besides its handlers. */
export interface Options<Auth extends Authenticators = Authenticators> {
  /** A function for each security scheme of the document. */
  readonly authenticate: Auth;
  /** Checks for the document's own formats; unknown formats are not checked. */
  readonly formats?: Partial<Formats>;
  /** Maximum nesting of arrays and objects in a JSON body; a deeper one is rejected (400). Default: 32. */
  readonly maxDepth?: number;
  /**
   * Whether responses are validated: an invalid one becomes a 500, and the log names the location. Default:
   * true.
   */
  readonly checkResponses?: boolean;
  /** The path below which operations are served, instead of `basePath`; empty for none. */
  readonly basePath?: string;
  /**
   * Custom error bodies instead of problem documents; `checkResponses` validates them, too, and logs
   * violations.
   */
  readonly problems?: ProblemCatalogue;
  /** Header fields for every response, errors included; called for each request. */
  readonly fields?: FieldsOf;
  /** Steps around every exchange: limits by caller, counters, logs. */
  readonly steps?: Steps;
  /**
   * Whether exchanges bypass Fastify once the route is found: bodies are received and responses written on
   * Node's own objects, more than twice as fast. Of the application's hooks only `onRequest` and
   * `onResponse` run then. `reply` sends nothing, nor the header fields that hooks and plugins, such as
   * `@fastify/cors`, set on it; `fields` and `steps` are for those. Default: false.
   */
  readonly direct?: boolean;
  /** Once its `draining` is true, every response that is sent directly ends its connection. */
  readonly connection?: ConnectionState;
  /**
   * Whether `authenticate` is called once for a connection that keeps sending the same `Authorization`.
   * Not for tokens that expire or can be revoked. Default: false.
   */
  readonly rememberCallers?: boolean;
  /** Whether strings of a JSON body may contain U+0000, which many databases cannot store. Default: true. */
  readonly nul?: boolean;
  /** Maximum number of problems reported for a JSON text. Default: 100. */
  readonly maxProblems?: number;
  /** The `WWW-Authenticate` of a scheme, instead of the default; for example Digest with a nonce. */
  readonly challenges?: { readonly [Scheme in keyof Credentials]?: (request: FastifyRequest) => string };
}

/**
 * Adds a route for every operation. Credentials are checked first, then all problems of a request are
 * reported at once; every error is a problem document (RFC 9457), also for unknown paths and methods, unless
 * the application has a `setErrorHandler` of its own, which receives each as an `HttpError`. Fastify's
 * `bodyLimit` limits bodies. HEAD is served wherever GET is. Without a base path, an application's own
 * `setNotFoundHandler` responds to unknown paths and methods. Throws a TypeError for a handler or function
 * that is missing, or that the document does not declare.
 *
 * @example
 * const app = fastify({ ...serverOptions, logger: true });
 * addOperations(app, { authenticate }, handlers);
 */
export function addOperations<const Auth extends Authenticators>(
  app: FastifyInstance,
  options: Options<Auth>,
  handlers: Handlers<Auth>,
): void {
  // The table is `as const`; `Object.keys` forgets the type of its keys.
  const ids = Object.keys(operations) as OperationId[];
  const declared: { readonly [id: string]: { readonly method: string; readonly path: string } } = operations;
  const needed = ids.map((id): [string, string] => [id, `${declared[id]?.method} ${declared[id]?.path}`]);
  assertFunctions(handlers, { option: "handlers", each: "operation", needed: Object.fromEntries(needed) });
  // JavaScript may leave out the options.
  const { authenticate } = (options as Options<Auth> | undefined) ?? {};
  const neededSchemes = Object.keys(schemes).map((name): [string, string] => [name, `the security scheme ${name}`]);
  assertFunctions(authenticate, { option: "authenticate", each: "security scheme", needed: Object.fromEntries(neededSchemes) });
  const { requests, responses } = createValidators(createFormats(options.formats));
  // A document without operations has no operation ids.
  const routeOf = (id: OperationId): Pick<Served, "schema"> & Partial<Pick<Served, "links">> => routes[id];
  const served = ids.map((id): Served => ({
    operation: operations[id],
    schema: routeOf(id).schema,
    links: routeOf(id).links,
    basePath: own(basePaths, id) ?? options.basePath ?? basePath,
    reader: parameters[id],
    requests: requests[id],
    responses: responses[id],
    forms: own(forms, id) ?? {},
    handle: handlers[id] as unknown as Served["handle"],
  }));
  serveOperations(app, served, {
    guard: { realm, schemes, authenticate: options.authenticate, challenges: options.challenges ?? {}, remembered: options.rememberCallers === true ? new WeakMap() : undefined },
    checkResponses: options.checkResponses ?? true,
    checkProblems: options.problems !== undefined && (options.checkResponses ?? true),
    limits: {
      depth: options.maxDepth ?? usualLimits.depth,
      problems: options.maxProblems ?? usualLimits.problems,
      nul: options.nul ?? true,
    },
    problems: options.problems ?? plainProblems,
    fieldsOf: options.fields ?? (() => ({})),
    steps: options.steps ?? {},
    direct: options.direct ?? false,
    connection: options.connection,
  });
}

/** The options of `operationsPlugin`. */
export interface PluginOptions<Auth extends Authenticators = Authenticators> extends Options<Auth> {
  readonly handlers: Handlers<Auth>;
}

/**
 * The same as a plugin, encapsulated as any other of Fastify: `prefix` goes before the paths, and hooks,
 * decorators and plugins of the instance it is registered on hold for its routes.
 * Handlers receive the callers that `authenticate` returns. Functions that are written in place need a
 * type argument: `operationsPlugin<typeof authenticate>`, or `<Authenticators>` for any callers.
 *
 * @example await app.register(operationsPlugin<typeof authenticate>, { authenticate, handlers });
 */
export function operationsPlugin<const Auth extends Authenticators>(
  app: FastifyInstance,
  options: PluginOptions<Auth>,
  done: (error?: Error) => void,
): void {
  pluginOf((scope) => addOperations(scope, options, options.handlers))(app, options, done);
}

/** The id of an operation may be a property name of every object, such as toString. */
function own<T>(table: { readonly [id: string]: T | undefined }, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
