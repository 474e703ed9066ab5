// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { Readable } from "node:stream";
import type { PeerCertificate } from "node:tls";
import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { type FormFile, type Guard, type JsonText, type MaybePromise, type StreamEvent, usualLimits } from "./boundary.ts";
import { createFormats } from "./formats.ts";
import { type OperationId, operations } from "./operations.ts";
import { forms, parameters } from "./parameters.ts";
import { routes } from "./routes.ts";
import {
  type ConnectionState,
  type FieldsOf,
  plainProblems,
  type ProblemCatalogue,
  type Served,
  serveOperations,
  type Steps,
} from "./serve-operations.ts";
import type { Binary, operations as Types } from "./types.ts";
import { createValidators, type Formats } from "./validators.js";

export { type FormFile, HttpError, JsonText, type StreamEvent } from "./boundary.ts";
export { keepToHttp, type ProblemCatalogue, serverOptions, serverOptionsOf, type Steps } from "./serve-operations.ts";

/** What requests show, by security scheme. */
export interface Credentials {
  /** spec: /components/securitySchemes/accountAuthToken */
  readonly accountAuthToken: { readonly username: string; readonly password: string };
  /** spec: /components/securitySchemes/apiKeySecret */
  readonly apiKeySecret: { readonly username: string; readonly password: string };
}

/** The schemes of which some operation asks for scopes. */
type Scoped = never;

const schemes: Guard["schemes"] = { accountAuthToken: { kind: "basic" }, apiKeySecret: { kind: "basic" } };

type ParametersIn<Id extends OperationId, Place extends "path" | "query" | "header" | "cookie"> = [
  NonNullable<Types[Id]["parameters"][Place]>,
] extends [never]
  ? object
  : NonNullable<Types[Id]["parameters"][Place]>;

type MediaParameters = "" | `${"" | " "};${string}`;
type JsonType = `${"application/" | "text/" | `${string}+`}json${MediaParameters}`;

type FormField<T> = T extends string
  ? keyof Binary extends keyof T
    ? FormFile
    : T
  : T extends readonly (infer Item)[]
    ? FormField<Item>[]
    : T;

/** Of each alternative its own fields. */
type FormIn<Form> = Form extends unknown ? { [Field in keyof Form]: FormField<Form[Field]> } : never;

type BodyIn<Content> = {
  [Media in keyof Content]: Lowercase<Media & string> extends JsonType | `application/x-www-form-urlencoded${string}`
    ? Content[Media]
    : Media extends `multipart/form-data${string}`
      ? FormIn<Content[Media]>
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

/** What a request is when its credentials are looked at: nothing of it has been validated yet. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly operationId: OperationId;
}

/**
 * A function for each security scheme. What it returns is what handlers get in `callers`; `undefined` refuses (401). Where
 * the document asks for scopes, the caller says which ones it has; one that lacks some is refused (403).
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

/** Who calls an operation, by scheme: one member for each alternative that the document allows. */
export type Callers<Id extends OperationId, Auth> = [(typeof operations)[Id]["security"][number]] extends [never]
  ? object
  : CallersOf<(typeof operations)[Id]["security"][number], Auth>;

/** A request that keeps to the document. Files in forms are `FormFile`s: their `name` is not to be trusted. */
export interface Input<Id extends OperationId, Auth = Authenticators> {
  readonly path: ParametersIn<Id, "path">;
  readonly query: ParametersIn<Id, "query">;
  readonly headers: ParametersIn<Id, "header">;
  readonly cookies: ParametersIn<Id, "cookie">;
  readonly body: BodyOf<Id>;
  readonly callers: Callers<Id, Auth>;
  readonly request: FastifyRequest;
  /** For what an answer does not say, such as cookies of a plugin. A handler that sends with it returns it. */
  readonly reply: FastifyReply;
}

type LinesType = `application/${"x-ndjson" | "ndjson" | "jsonl" | "x-jsonlines" | "jsonlines" | "json-seq" | `${string}+json-seq`}${MediaParameters}`;

/** An item of a stream, or an event of one; never where the content is no stream. */
type ItemIn<Media, Content> = Media extends `text/event-stream${MediaParameters}`
  ? StreamEvent<Content>
  : Media extends LinesType
    ? [Content] extends [readonly (infer Item)[]] ? Item : Content
    : never;

/** What can be given in place of the text of a stream: its items, as they come. */
type ItemsOut<Item> = [Item] extends [never] ? never : Iterable<Item> | AsyncIterable<Item>;

type BodyOut<Content> = {
  [Media in keyof Content]:
    | ItemsOut<ItemIn<Lowercase<Media & string>, Content[Media]>>
    | (Lowercase<Media & string> extends JsonType ? Content[Media] | JsonText : Media extends "*/*" | "application/*" ? unknown : string)
    | Uint8Array
    | Readable
    | ReadableStream<Uint8Array | ItemIn<Lowercase<Media & string>, Content[Media]>>;
}[keyof Content];

type AnswerBody<Response> = Response extends { content: infer Content }
  ? { readonly body: BodyOut<Content> }
  : { readonly body?: undefined };

type AnswerHeaders<Response> = Response extends { headers: infer Headers }
  ? {} extends Headers
    ? { readonly headers?: Readonly<Headers> }
    : { readonly headers: Readonly<Headers> }
  : { readonly headers?: Readonly<Record<string, unknown>> };

/** What a document that declares no answer leaves open. */
interface AnyAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Numeric<T> = T extends `${infer Status extends number}` ? Status : never;
type StatusIn<Class> = Class extends string ? Numeric<`${Class}${Digit}${Digit}`> : never;
type Declared<Key> = Key extends `${infer Class}XX` ? StatusIn<Class> : Key;

/** What a key of `responses` stands for: a range, or `default`, leaves out what has a response of its own. */
type StatusOf<Key, Keys> = Key extends number
  ? Key
  : Key extends `${infer Class}XX`
    ? Exclude<StatusIn<Class>, Keys>
    : Exclude<StatusIn<"2" | "3" | "4" | "5">, Declared<Keys>>;

type AnswerIn<Responses> = [Responses] extends [never]
  ? AnyAnswer
  : [keyof Responses] extends [never]
    ? AnyAnswer
  : {
      [Status in keyof Responses]: { readonly status: StatusOf<Status, keyof Responses> } & AnswerBody<
        Responses[Status]
      > &
        AnswerHeaders<Responses[Status]>;
    }[keyof Responses];

/**
 * One of the answers that the document declares. The body is written as the header `Content-Type` says, which is the first
 * declared type that fits when a handler sets none: JSON from a value, streams of items also from
 * an (async) iterable of them (each is written when it comes), anything else from a text, bytes or a stream. What a `ReadableStream` or a
 * `Readable` gives as text or bytes is written as it is.
 */
export type Answer<Id extends OperationId> = AnswerIn<Types[Id]["responses"]>;

/** One handler for every operation: a missing one is a compile error that names it. */
export type Handlers<Auth = Authenticators> = {
  readonly [Id in OperationId]: (input: Input<Id, Auth>) => MaybePromise<Answer<Id> | FastifyReply>;
};

/** The path of the document's first server. spec: /servers/0/url */
export const basePath = "/v1";

/** Paths of servers that operations have for themselves. */
const basePaths: { readonly [id: string]: string | undefined } = {
};

const realm = "SenderPools API";

/** What a server needs beside its handlers. */
export interface Options<Auth extends Authenticators = Authenticators> {
  /** A function for each security scheme of the document. */
  readonly authenticate: Auth;
  /** What the document's own formats mean; of one that nobody knows, all is well. */
  readonly formats?: Partial<Formats>;
  /** Arrays and objects inside each other in a JSON body; a deeper one is rejected (400). Default: 32. */
  readonly maxDepth?: number;
  /** Whether answers are held against the document: one that breaks it is a 500, and the log names the place. Default: true. */
  readonly checkAnswers?: boolean;
  /** The path below which operations are served, in place of `basePath`; empty for none. */
  readonly basePath?: string;
  /** How errors are said, in place of plain problem documents. These are held against the document with `checkAnswers`, and the log says what breaks. */
  readonly problems?: ProblemCatalogue;
  /** Header fields of every response, errors included, made anew for each request. */
  readonly fields?: FieldsOf;
  /** What else is done with every exchange: limits by caller, counts, logs. */
  readonly steps?: Steps;
  /**
   * Whether exchanges leave Fastify as soon as the route of their operation is found: bodies are received and responses written on Node's own
   * objects, which is more than twice as fast. Of the application's hooks only `onRequest` and `onResponse` run then, and `reply` sends
   * nothing; `steps` do. Default: false.
   */
  readonly direct?: boolean;
  /** Once its `draining` is true, every response that is sent directly ends its connection. */
  readonly connection?: ConnectionState;
  /**
   * Whether a connection that goes on sending the same `Authorization` is believed what `authenticate` said first. Not for tokens that end or are
   * taken back. Default: false.
   */
  readonly rememberCallers?: boolean;
  /** Whether U+0000 may stand in the strings of a JSON body; databases often cannot keep it. Default: true. */
  readonly nul?: boolean;
  /** As many things that are wrong with a JSON text as are listed. Default: 100. */
  readonly maxProblems?: number;
  /** The `WWW-Authenticate` of a scheme in place of the usual one; a Digest with its nonce, for one. */
  readonly challenges?: { readonly [Scheme in keyof Credentials]?: (request: FastifyRequest) => string };
}

/**
 * Adds a route for every operation. Credentials are looked at first, then everything that is wrong with a request is said at
 * once; every error is a problem document (RFC 9457), also for paths and methods that are not there, unless the application has a
 * `setErrorHandler` of its own, which gets each of them as an `HttpError`. How much a body may
 * hold is Fastify's `bodyLimit`. Throws a TypeError when a handler or a function is missing, or one is there that the
 * document knows nothing of.
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
  sameNames("handler", Object.keys(handlers), ids);
  sameNames("authenticate function", Object.keys(options.authenticate), Object.keys(schemes));
  const { requests, responses } = createValidators(createFormats(options.formats));
  // Of a document without operations, nothing has an id.
  const routeOf = (id: OperationId): Pick<Served, "schema"> & Partial<Pick<Served, "links">> => routes[id];
  const served = ids.map((id): Served => ({
    operation: operations[id],
    schema: routeOf(id).schema,
    links: routeOf(id).links,
    basePath: own(basePaths, id) ?? options.basePath ?? basePath,
    reader: parameters[id],
    requests: requests[id],
    answers: responses[id],
    forms: own(forms, id) ?? {},
    handle: handlers[id] as unknown as Served["handle"],
  }));
  serveOperations(app, served, {
    guard: { realm, schemes, authenticate: options.authenticate, challenges: options.challenges ?? {}, remembered: options.rememberCallers === true ? new WeakMap() : undefined },
    checkAnswers: options.checkAnswers ?? true,
    checkProblems: options.problems !== undefined && (options.checkAnswers ?? true),
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

/** What `operationsPlugin` is registered with. */
export interface PluginOptions extends Options {
  readonly handlers: Handlers;
}

/**
 * The same as a plugin, encapsulated as any other of Fastify: `prefix` goes before the paths, and hooks, decorators and plugins of the
 * instance it is registered on hold for its routes.
 *
 * @example await app.register(operationsPlugin, { authenticate, handlers });
 */
export const operationsPlugin: FastifyPluginCallback<PluginOptions> = (app, options, done) => {
  addOperations(app, options, options.handlers);
  done();
};

/** An operation may be called as what every object has. */
function own<T>(table: { readonly [id: string]: T | undefined }, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

function sameNames(what: string, given: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.find((name) => !given.includes(name));
  if (missing !== undefined) throw new TypeError(`${missing} has no ${what}`);
  const surplus = given.find((name) => !wanted.includes(name));
  if (surplus !== undefined) throw new TypeError(`${what} ${surplus} belongs to nothing in the document`);
}
