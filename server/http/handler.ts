// Types of a handler's input and response, derived operation by operation from the contract's types.
import type { Readable } from "node:stream";
import type { OperationId } from "../../generated/operations.ts";
import type {
  OperationResponse as ServedResponse,
  Credentials,
  Input as ServedInput,
} from "../../generated/server.ts";
import type { Locations } from "../ids/locations.ts";
import type { PageTokens } from "../ids/page-token.ts";
import type { MaybePromise } from "../../generated/boundary.ts";
import type { Store } from "../store/store.ts";

/** Dependencies of handlers besides the request. */
export interface HandlerContext {
  readonly store: Store;
  readonly pageTokens: PageTokens;
  readonly locations: Locations;
}

/** One authenticator per security scheme; both schemes of the contract yield the id of an account. */
export type AccountAuthenticators = {
  readonly [Scheme in keyof Credentials]: (credentials: Credentials[Scheme]) => string | undefined;
};

/** The authenticated account, under the scheme that was used. */
export type Caller = ServedInput<OperationId, AccountAuthenticators>["callers"];

/** A valid request: parsed, validated against the contract, and authenticated. */
export interface Input<Id extends OperationId> extends Pick<
  ServedInput<Id>,
  "path" | "query" | "headers" | "body"
> {
  readonly accountId: string;
  readonly operationId: Id;
  /** The request's path as received, without the query. */
  readonly sentTo: string;
}

/**
 * A success response (200, 201, 202 or 204) of an operation; its body is a value or the JSON of one. The
 * handler does not set `Request-Id`.
 */
export type HandlerResponse<Id extends OperationId> = HandlerResponseOf<
  Extract<ServedResponse<Id>, { readonly status: 200 | 201 | 202 | 204 }>
>;

type HandlerResponseOf<Given> = Given extends {
  readonly status: infer Status;
  readonly headers: infer Headers;
  readonly body?: infer Body;
}
  ? {
      readonly status: Status;
      readonly headers: Omit<KnownKeys<Headers>, "Request-Id">;
      readonly body: Exclude<Body, Uint8Array | Readable | ReadableStream>;
    }
  : never;

/** Implements one operation. Errors are thrown as an `ApiProblem`. */
export type Handler<Id extends OperationId> = (
  input: Input<Id>,
  context: HandlerContext,
) => MaybePromise<HandlerResponse<Id>>;

/** One handler for every operation of the contract: a missing one is a compile error that names it. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** Input of any operation, for code that does not know which. */
export type AnyInput = ServedInput<OperationId, AccountAuthenticators>;
/** A handler of any operation, for code that does not know which. */
export type AnyHandler = (input: object, context: HandlerContext) => unknown;

/** Removes the index signature that openapi-typescript adds for undeclared header fields. */
type KnownKeys<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };
