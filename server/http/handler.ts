// What a handler gets and gives, derived operation by operation from the contract's types.
import type { Readable } from "node:stream";
import type { OperationId } from "../../generated/operations.ts";
import type { Answer as ServedAnswer, Credentials, Input as ServedInput } from "../../generated/server.ts";
import type { Locations } from "../ids/locations.ts";
import type { PageTokens } from "../ids/page-token.ts";
import type { MaybePromise } from "../../generated/boundary.ts";
import type { Store } from "../store/store.ts";

/** What handlers work with besides the request. */
export interface HandlerContext {
  readonly store: Store;
  readonly pageTokens: PageTokens;
  readonly locations: Locations;
}

/** Both schemes of the contract give the id of an account. */
export type AccountAuthenticators = {
  readonly [Scheme in keyof Credentials]: (credentials: Credentials[Scheme]) => string | undefined;
};

/** Whose request it is, by the scheme that was used. */
export type Caller = ServedInput<OperationId, AccountAuthenticators>["callers"];

/** A request that keeps to the contract: parsed, validated, and from a known account. */
export interface Input<Id extends OperationId> extends Pick<
  ServedInput<Id>,
  "path" | "query" | "headers" | "body"
> {
  readonly accountId: string;
  readonly operationId: Id;
  /** The path as it was sent, without the query. */
  readonly sentTo: string;
}

/**
 * One of the answers that the contract calls a success, its body a value or the JSON of one. `Request-Id` is not the handler's to give.
 */
export type Answer<Id extends OperationId> = AnswerOf<
  Extract<ServedAnswer<Id>, { readonly status: 200 | 201 | 202 | 204 }>
>;

type AnswerOf<Given> = Given extends {
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

/** Does what one operation says. Errors are thrown as a `Refusal`. */
export type Handler<Id extends OperationId> = (
  input: Input<Id>,
  context: HandlerContext,
) => MaybePromise<Answer<Id>>;

/** One handler for every operation of the contract: a missing one is a compile error that names it. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** Any operation's, where no type says which. */
export type AnyInput = ServedInput<OperationId, AccountAuthenticators>;
export type AnyHandler = (input: object, context: HandlerContext) => unknown;

/** Without the index signature that openapi-typescript adds for undeclared header fields. */
type KnownKeys<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };
