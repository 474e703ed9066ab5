// What a handler gets and gives, derived operation by operation from the contract's types.
import type { OperationId } from "../../generated/operations.ts";
import type { operations } from "../../generated/types.ts";
import type { Locations } from "../ids/locations.ts";
import type { PageTokens } from "../ids/page-token.ts";
import type { MaybePromise } from "../maybe-promise.ts";
import type { Store } from "../store/store.ts";

/** What handlers work with besides the request. */
export interface HandlerContext {
  readonly store: Store;
  readonly pageTokens: PageTokens;
  readonly locations: Locations;
}

/** A request that keeps to the contract: parsed, validated, and from a known account. */
export interface Input<Id extends OperationId> {
  readonly accountId: string;
  readonly operationId: Id;
  /** The path as it was sent, without the query. */
  readonly sentTo: string;
  readonly path: ParametersIn<Id, "path">;
  readonly query: ParametersIn<Id, "query">;
  readonly headers: ParametersIn<Id, "header">;
  readonly body: BodyOf<Id>;
}

/** One of the answers that the contract calls a success. `Request-Id` is not the handler's to give. */
export type Answer<Id extends OperationId> = {
  [Status in SuccessStatus<Id>]: {
    readonly status: Status;
    readonly headers: Omit<KnownKeys<ResponseOf<Id, Status>["headers"]>, "Request-Id">;
    readonly body: ContentOf<ResponseOf<Id, Status>>;
  };
}[SuccessStatus<Id>];

/** Does what one operation says. Errors are thrown as a `Refusal`. */
export type Handler<Id extends OperationId> = (
  input: Input<Id>,
  context: HandlerContext,
) => MaybePromise<Answer<Id>>;

/** One handler for every operation of the contract: a missing one is a compile error that names it. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

type ParametersIn<Id extends OperationId, In extends "path" | "query" | "header"> = Present<
  operations[Id]["parameters"][In]
>;

/** openapi-typescript says `?: never` for a place without parameters. */
type Present<T> = [NonNullable<T>] extends [never] ? object : NonNullable<T>;

type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : undefined;

type SuccessStatus<Id extends OperationId> = Extract<
  keyof operations[Id]["responses"],
  200 | 201 | 202 | 204
>;

type ResponseOf<Id extends OperationId, Status extends SuccessStatus<Id>> = Extract<
  operations[Id]["responses"][Status],
  { headers: unknown }
>;

type ContentOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

/** Without the index signature that openapi-typescript adds for undeclared header fields. */
type KnownKeys<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };
