// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import type { ApiPromise } from "../client/api-promise.ts";
import type { CallOptions } from "../client/call-options.ts";
import type { Caller } from "../client/caller.ts";
import type { Id, Input, Output } from "../client/request-types.ts";
import type { Pages } from "../client/pages/page.ts";
import type { Waitable, WaitOptions } from "../client/pages/wait.ts";
import type { components, operations, requests } from "./types.ts";

type Schemas = components["schemas"];
type RequestSchemas = requests["schemas"];

/** Credentials of the caller. */
export interface Credentials {
  /**
   * The account's ID as user name, its auth token as password.
   *
   * Taken from `TWILIO_ACCOUNT_SID` in the environment when left out.
   */
  readonly accountId?: string | undefined;
  /**
   * The account's ID as user name, its auth token as password.
   *
   * Taken from `TWILIO_AUTH_TOKEN` in the environment when left out.
   */
  readonly authToken?: string | undefined;
  /**
   * An API key as user name, its secret as password.
   *
   * Taken from `TWILIO_API_KEY` in the environment when left out.
   */
  readonly apiKey?: string | undefined;
  /**
   * An API key as user name, its secret as password.
   *
   * Taken from `TWILIO_API_KEY_SECRET` in the environment when left out.
   */
  readonly apiKeySecret?: string | undefined;
}

/**
 * A TypeID: a prefix and a UUIDv7, so IDs sort by creation time. The API publishes the pattern without its closing `$`, which
 * would make the quantifier meaningless; here it is anchored.
 *
 * spec: /components/schemas/SenderPoolId
 */
export type SenderPoolId = Id<"SenderPoolId">;

/**
 * The TypeID of an operation; it correlates everything that one request created.
 *
 * spec: /components/schemas/OperationId
 */
export type OperationId = Id<"OperationId">;

/**
 * The TypeID of a sender.
 *
 * spec: /components/schemas/SenderId
 */
export type SenderId = Id<"SenderId">;

/**
 * Custom metadata, as key-value pairs.
 *
 * spec: /components/schemas/Tags
 */
export type Tags = Output<Schemas["Tags"]>;

/**
 * Custom metadata, as key-value pairs.
 *
 * spec: /components/schemas/Tags
 */
export type TagsInput = Input<Schemas["Tags"]>;

/**
 * The channel of a sender.
 *
 * spec: /components/schemas/Channel
 */
export type Channel = Output<Schemas["Channel"]>;

/**
 * The channel of a sender.
 *
 * spec: /components/schemas/Channel
 */
export type ChannelInput = Input<Schemas["Channel"]>;

/**
 * The status of a sender.
 *
 * spec: /components/schemas/SenderStatus
 */
export type SenderStatus = Output<Schemas["SenderStatus"]>;

/**
 * The status of a sender.
 *
 * spec: /components/schemas/SenderStatus
 */
export type SenderStatusInput = Input<Schemas["SenderStatus"]>;

/**
 * `PROCESSING` while senders are queued, `COMPLETED` when none is, `CANCELED` when the pool was deleted meanwhile.
 *
 * spec: /components/schemas/SenderPoolOperationStatus
 */
export type SenderPoolOperationStatus = Output<Schemas["SenderPoolOperationStatus"]>;

/**
 * `PROCESSING` while senders are queued, `COMPLETED` when none is, `CANCELED` when the pool was deleted meanwhile.
 *
 * spec: /components/schemas/SenderPoolOperationStatus
 */
export type SenderPoolOperationStatusInput = Input<Schemas["SenderPoolOperationStatus"]>;

/**
 * A set of senders that messages can be sent from.
 *
 * spec: /components/schemas/SenderPool
 */
export interface SenderPool extends Output<Schemas["SenderPool"]> {
  /**
   * A TypeID: a prefix and a UUIDv7, so IDs sort by creation time. The API publishes the pattern without its closing `$`, which
   * would make the quantifier meaningless; here it is anchored.
   */
  id: SenderPoolId;
  /** Custom metadata, as key-value pairs. */
  tags: Tags;
}

/**
 * A page of pools.
 *
 * spec: /components/schemas/SenderPoolList
 */
export interface SenderPoolList extends Output<Schemas["SenderPoolList"]> {
  senderPools: SenderPool[];
  /** Tokens for paging through a list. */
  pagination: Pagination;
}

/**
 * The properties of a new pool.
 *
 * spec: /components/schemas/CreateSenderPool
 */
export interface CreateSenderPool extends Input<Schemas["CreateSenderPool"]> {
  /** The senders to add to the pool. */
  senders?: readonly SenderReference[];
  /** Custom metadata, as key-value pairs. */
  tags?: TagsInput;
}

/**
 * The properties to change.
 *
 * spec: /components/schemas/UpdateSenderPool
 */
export interface UpdateSenderPool extends Input<Schemas["UpdateSenderPool"]> {
  /** Custom metadata, as key-value pairs. */
  tags?: TagsInput;
}

/**
 * A sender, named by its ID.
 *
 * spec: /components/schemas/SenderReference
 */
export interface SenderReference extends Input<Schemas["SenderReference"]> {
  /** The TypeID of a sender. */
  senderId: SenderId;
}

/**
 * The senders to add.
 *
 * spec: /components/schemas/SenderReferenceList
 */
export type SenderReferenceList = readonly SenderReference[];

/**
 * A number, address or app that messages are sent from.
 *
 * spec: /components/schemas/Sender
 */
export interface Sender extends Output<Schemas["Sender"]> {
  /** The TypeID of a sender. */
  id: SenderId;
  /** The channel of a sender. */
  channel: Channel;
  /** The status of a sender. */
  status: SenderStatus;
  /** Custom metadata, as key-value pairs. */
  tags: Tags;
}

/**
 * A page of senders.
 *
 * spec: /components/schemas/SenderList
 */
export interface SenderList extends Output<Schemas["SenderList"]> {
  senders: Sender[];
  /** Tokens for paging through a list. */
  pagination: Pagination;
}

/**
 * A long-running operation that a request started.
 *
 * spec: /components/schemas/SenderPoolOperation
 */
export interface SenderPoolOperation extends Output<Schemas["SenderPoolOperation"]> {
  /** The TypeID of an operation; it correlates everything that one request created. */
  id: OperationId;
  /**
   * `PROCESSING` while senders are queued, `COMPLETED` when none is, `CANCELED` when the pool was deleted meanwhile.
   */
  status: SenderPoolOperationStatus;
  /** Counts of the requested senders; `total` is the sum of the others. */
  stats: SenderPoolOperationStats;
}

/**
 * Counts of the requested senders; `total` is the sum of the others.
 *
 * spec: /components/schemas/SenderPoolOperationStats
 */
export interface SenderPoolOperationStats extends Output<Schemas["SenderPoolOperationStats"]> {}

/**
 * A page of operations.
 *
 * spec: /components/schemas/SenderPoolOperationList
 */
export interface SenderPoolOperationList extends Output<Schemas["SenderPoolOperationList"]> {
  operations: SenderPoolOperation[];
  /** Tokens for paging through a list. */
  pagination: Pagination;
}

/**
 * Tokens for paging through a list.
 *
 * spec: /components/schemas/Pagination
 */
export interface Pagination extends Output<Schemas["Pagination"]> {}

/**
 * The operation that was started.
 *
 * spec: /components/schemas/OperationAccepted
 */
export interface OperationAccepted extends Output<Schemas["OperationAccepted"]> {
  /** The TypeID of an operation; it correlates everything that one request created. */
  operationId: OperationId;
}

/**
 * The pool that was changed.
 *
 * spec: /components/schemas/ResourceAccepted
 */
export interface ResourceAccepted extends Output<Schemas["ResourceAccepted"]> {
  /**
   * A TypeID: a prefix and a UUIDv7, so IDs sort by creation time. The API publishes the pattern without its closing `$`, which
   * would make the quantifier meaningless; here it is anchored.
   */
  resourceId: SenderPoolId;
}

/**
 * A problem document (RFC 9457).
 *
 * spec: /components/schemas/Problem
 */
export interface Problem extends Output<Schemas["Problem"]> {
  /** All problems of the request; `detail` reports when more were found than are listed. */
  errors?: ProblemError[];
}

/**
 * One problem of the request.
 *
 * spec: /components/schemas/ProblemError
 */
export type ProblemError = Output<Schemas["ProblemError"]>;

/**
 * A problem in the body.
 *
 * spec: /components/schemas/BodyError
 */
export interface BodyError extends Output<Schemas["BodyError"]> {}

/**
 * A problem with a parameter or header field.
 *
 * spec: /components/schemas/ParameterError
 */
export interface ParameterError extends Output<Schemas["ParameterError"]> {}

/** The problem document of each error status; that of a range applies where an operation does not name the status. */
export interface Problems {
  400: Problem;
  401: Problem;
  404: Problem;
  405: Problem;
  408: Problem;
  409: Problem;
  412: Problem;
  413: Problem;
  415: Problem;
  422: Problem;
  429: Problem;
  431: Problem;
  500: Problem;
  503: Problem;
}

/** The problem document of an error whose status is not declared. */
export type AnyProblem = Problem;

/** Query parameters of `GET /SenderPools`. */
export interface ListSenderPoolsQuery extends Input<NonNullable<operations["listSenderPools"]["parameters"]["query"]>> {
  /** Only pools that this operation created or added senders to. An unknown operation gives an empty list. */
  operationId?: OperationId;
}

/** Options of `POST /SenderPools`. */
export interface CreateSenderPoolOptions extends CallOptions {
  /**
   * A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
   * again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
   *
   * The header `Idempotency-Key`.
   */
  readonly idempotencyKey?: Input<NonNullable<NonNullable<operations["createSenderPool"]["parameters"]["header"]>["Idempotency-Key"]>> | undefined;
}

/** Query parameters of `GET /SenderPools/Operations`. */
export interface ListSenderPoolOperationsQuery extends Input<NonNullable<operations["listSenderPoolOperations"]["parameters"]["query"]>> {
  /** Only operations in this state. */
  status?: SenderPoolOperationStatusInput;
}

/** Options of `PATCH /SenderPools/{senderPoolId}`. */
export interface UpdateSenderPoolOptions extends CallOptions {
  /**
   * The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.
   *
   * The header `If-Match`.
   */
  readonly ifMatch?: Input<NonNullable<NonNullable<operations["updateSenderPool"]["parameters"]["header"]>["If-Match"]>> | undefined;
  /**
   * A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
   * again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
   *
   * The header `Idempotency-Key`.
   */
  readonly idempotencyKey?: Input<NonNullable<NonNullable<operations["updateSenderPool"]["parameters"]["header"]>["Idempotency-Key"]>> | undefined;
}

/** Options of `DELETE /SenderPools/{senderPoolId}`. */
export interface DeleteSenderPoolOptions extends CallOptions {
  /**
   * The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.
   *
   * The header `If-Match`.
   */
  readonly ifMatch?: Input<NonNullable<NonNullable<operations["deleteSenderPool"]["parameters"]["header"]>["If-Match"]>> | undefined;
  /**
   * A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
   * again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
   *
   * The header `Idempotency-Key`.
   */
  readonly idempotencyKey?: Input<NonNullable<NonNullable<operations["deleteSenderPool"]["parameters"]["header"]>["Idempotency-Key"]>> | undefined;
}

/** Query parameters of `GET /SenderPools/{senderPoolId}/Senders`. */
export interface ListSenderPoolSendersQuery extends Input<NonNullable<operations["listSenderPoolSenders"]["parameters"]["query"]>> {
  /** Only senders of this channel. */
  channel?: ChannelInput;
  /** Only senders in this state. */
  status?: SenderStatusInput;
}

/** Options of `POST /SenderPools/{senderPoolId}/Senders`. */
export interface AddSenderPoolSendersOptions extends CallOptions {
  /**
   * A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
   * again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
   *
   * The header `Idempotency-Key`.
   */
  readonly idempotencyKey?: Input<NonNullable<NonNullable<operations["addSenderPoolSenders"]["parameters"]["header"]>["Idempotency-Key"]>> | undefined;
}

/** Options of `DELETE /SenderPools/{senderPoolId}/Senders/{senderId}`. */
export interface RemoveSenderPoolSenderOptions extends CallOptions {
  /**
   * A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
   * again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
   *
   * The header `Idempotency-Key`.
   */
  readonly idempotencyKey?: Input<NonNullable<NonNullable<operations["removeSenderPoolSender"]["parameters"]["header"]>["Idempotency-Key"]>> | undefined;
}

/** Query parameters of `GET /Senders`. */
export interface ListSendersQuery extends Input<NonNullable<operations["listSenders"]["parameters"]["query"]>> {
  /** Only senders of this channel. */
  channel?: ChannelInput;
  /** Only senders in this state. */
  status?: SenderStatusInput;
}

/** Sender pools, their members, and the long-running operations on them. */
export declare class SenderPools {
  #private;
  constructor(caller: Caller);
  /**
   * List sender pools
   *
   * Pools in order of creation, oldest first.
   *
   * `GET /SenderPools`, spec: /paths/~1SenderPools/get
   */
  list(query?: ListSenderPoolsQuery, options?: CallOptions): Pages<SenderPoolList, SenderPool, "Request-Id">;
  /**
   * Create a sender pool
   *
   * The pool exists when the `202` arrives; its senders are added as the operation proceeds. To find the pool,
   * list pools by the operation's ID.
   *
   * `POST /SenderPools`, spec: /paths/~1SenderPools/post
   */
  create(body: CreateSenderPool, options?: CreateSenderPoolOptions): ApiPromise<Waitable<OperationAccepted, SenderPoolOperation>, "Location" | "Operation-Id" | "Operation-Location" | "Request-Id">;
  /**
   * List sender pool operations
   *
   * Operations in order of creation, oldest first.
   *
   * `GET /SenderPools/Operations`, spec: /paths/~1SenderPools~1Operations/get
   */
  listOperations(query?: ListSenderPoolOperationsQuery, options?: CallOptions): Pages<SenderPoolOperationList, SenderPoolOperation, "Request-Id">;
  /**
   * Fetch a sender pool operation
   *
   * The status and progress of an operation. Operations stay readable after their pool is deleted.
   *
   * `GET /SenderPools/Operations/{operationId}`, spec: /paths/~1SenderPools~1Operations~1{operationId}/get
   *
   * @param operationId The operation's ID, as returned with the `202`.
   */
  fetchOperation(operationId: OperationId, options?: CallOptions): ApiPromise<SenderPoolOperation, "Request-Id">;
  /**
   * Waits for work that was started earlier, by this client or another, and resolves with its last state.
   *
   * `GET /SenderPools/Operations/{operationId}`, again and again.
   */
  waitForOperation(operationId: OperationId, options?: WaitOptions<SenderPoolOperation>): Promise<SenderPoolOperation>;
  /**
   * Fetch a sender pool
   *
   * The pool without its senders, which are listed separately.
   *
   * `GET /SenderPools/{senderPoolId}`, spec: /paths/~1SenderPools~1{senderPoolId}/get
   *
   * @param senderPoolId The pool's ID.
   */
  fetch(senderPoolId: SenderPoolId, options?: CallOptions): ApiPromise<SenderPool, "ETag" | "Request-Id">;
  /**
   * Update a sender pool
   *
   * Absent fields stay unchanged. `tags` replaces all tags, `{}` removes them. The update has been applied when the
   * `202` arrives.
   *
   * `PATCH /SenderPools/{senderPoolId}`, spec: /paths/~1SenderPools~1{senderPoolId}/patch
   *
   * @param senderPoolId The pool's ID.
   */
  update(senderPoolId: SenderPoolId, body: UpdateSenderPool, options?: UpdateSenderPoolOptions): ApiPromise<ResourceAccepted, "Location" | "Resource-Id" | "Resource-Location" | "Request-Id">;
  /**
   * Delete a sender pool
   *
   * The pool and its memberships are deleted when the `202` arrives. The senders stay; an operation that was still filling
   * the pool is canceled.
   *
   * `DELETE /SenderPools/{senderPoolId}`, spec: /paths/~1SenderPools~1{senderPoolId}/delete
   *
   * @param senderPoolId The pool's ID.
   */
  delete(senderPoolId: SenderPoolId, options?: DeleteSenderPoolOptions): ApiPromise<ResourceAccepted, "Location" | "Resource-Id" | "Resource-Location" | "Request-Id">;
  /**
   * List the senders of a pool
   *
   * Senders in order of their own creation, oldest first.
   *
   * `GET /SenderPools/{senderPoolId}/Senders`, spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/get
   *
   * @param senderPoolId The pool's ID.
   */
  listSenders(senderPoolId: SenderPoolId, query?: ListSenderPoolSendersQuery, options?: CallOptions): Pages<SenderList, Sender, "Request-Id">;
  /**
   * Add senders to a pool
   *
   * Adding a member again changes nothing and counts as created. A sender that does not exist in the account
   * counts as failed.
   *
   * `POST /SenderPools/{senderPoolId}/Senders`, spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/post
   *
   * @param senderPoolId The pool's ID.
   */
  addSender(senderPoolId: SenderPoolId, body: SenderReferenceList, options?: AddSenderPoolSendersOptions): ApiPromise<Waitable<OperationAccepted, SenderPoolOperation>, "Location" | "Operation-Id" | "Operation-Location" | "Request-Id">;
  /**
   * Remove a sender from a pool
   *
   * The sender is removed from the pool when the `202` arrives, and stays in the account. Removing a sender that is not a member is a `404`.
   *
   * `DELETE /SenderPools/{senderPoolId}/Senders/{senderId}`, spec: /paths/~1SenderPools~1{senderPoolId}~1Senders~1{senderId}/delete
   *
   * @param senderPoolId The pool's ID.
   * @param senderId The sender's ID.
   */
  removeSender(senderPoolId: SenderPoolId, senderId: SenderId, options?: RemoveSenderPoolSenderOptions): ApiPromise<ResourceAccepted, "Location" | "Resource-Id" | "Resource-Location" | "Request-Id">;
}

/** The senders of an account, whether or not they are in a pool. */
export declare class Senders {
  #private;
  constructor(caller: Caller);
  /**
   * List senders
   *
   * Senders in order of creation, oldest first.
   *
   * `GET /Senders`, spec: /paths/~1Senders/get
   */
  list(query?: ListSendersQuery, options?: CallOptions): Pages<SenderList, Sender, "Request-Id">;
  /**
   * Fetch a sender
   *
   * One sender of the account.
   *
   * `GET /Senders/{senderId}`, spec: /paths/~1Senders~1{senderId}/get
   *
   * @param senderId The sender's ID.
   */
  fetch(senderId: SenderId, options?: CallOptions): ApiPromise<Sender, "Request-Id">;
}

/** All resources over one connection. */
export declare class Resources {
  readonly senderPools: SenderPools;
  readonly senders: Senders;

  constructor(caller: Caller);
}
