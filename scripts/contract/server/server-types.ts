// Prints the types in a generated `server.ts` that are equal for every document.
import { emit } from "../generate/code.ts";

export const serverTypes = emit`type ParametersIn<Id extends OperationId, In extends "path" | "query" | "header" | "cookie"> = [
  NonNullable<Types[Id]["parameters"][In]>,
] extends [never]
  ? object
  : NonNullable<Types[Id]["parameters"][In]>;

type MediaParameters = "" | \`\${"" | " "};\${string}\`;
type JsonType = \`\${"application/" | "text/" | \`\${string}+\`}json\${MediaParameters}\`;

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
  [Media in keyof Content]: Lowercase<Media & string> extends JsonType | \`application/x-www-form-urlencoded\${string}\`
    ? Content[Media]
    : Media extends \`multipart/form-data\${string}\`
      ? FormIn<Content[Media]>
      : Media extends \`multipart/\${string}\`
      ? Content[Media] extends readonly unknown[]
        ? FormIn<Content[Media]>
        : Uint8Array
      : Media extends \`text/\${string}\`
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
 * A function for each security scheme. Its result reaches handlers in \`callers\`; \`undefined\` rejects the
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

/** A valid request. Files in forms are \`FormFile\`s: their \`name\` is not to be trusted. */
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

type LinesType = \`application/\${"x-ndjson" | "ndjson" | "jsonl" | "x-jsonlines" | "jsonlines" | "json-seq" | \`\${string}+json-seq\`}\${MediaParameters}\`;

/** An item or event of a stream; never if the content is not a stream. */
type ItemIn<Media, Content> = Media extends \`text/event-stream\${MediaParameters}\`
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
type Numeric<T> = T extends \`\${infer Status extends number}\` ? Status : never;
type StatusIn<Class> = Class extends string ? Numeric<\`\${Class}\${Digit}\${Digit}\`> : never;
type Declared<Key> = Key extends \`\${infer Class}XX\` ? StatusIn<Class> : Key;

/**
 * The statuses for a key of \`responses\`: a range, or \`default\`, excludes statuses with a response of
 * their own.
 */
type StatusOf<Key, Keys> = Key extends number
  ? Key
  : Key extends \`\${infer Class}XX\`
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
 * One of the declared responses. The body is serialized by the header \`Content-Type\`; if a handler sets
 * none, it is the first declared type that fits. JSON is serialized from a value; a stream of items also from
 * an (async) iterable of them (each is written as soon as it is available); anything else is a string, bytes
 * or a stream. Text and bytes from a \`ReadableStream\` or a \`Readable\` are written unchanged.
 */
export type OperationResponse<Id extends OperationId> = ResponseIn<Types[Id]["responses"]>;

/** One handler for every operation: a missing one is a compile error that names it. */
export type Handlers<Auth = Authenticators> = {
  readonly [Id in OperationId]: (input: Input<Id, Auth>) => MaybePromise<OperationResponse<Id> | FastifyReply>;
};
`;
