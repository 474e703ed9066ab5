// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

export { SenderPools } from "./resources/sender-pools.js";
export { Senders } from "./resources/senders.js";
export type { CallResult as Answer } from "../client/api-promise.ts";
export { ApiPromise } from "../client/api-promise.ts";
export type { CallOptions, ConnectionOptions } from "../client/call-options.ts";
export type { Caller } from "../client/caller.ts";
export {
  ApiError,
  CallError,
  ConnectionError,
  isApiError,
  TimeoutError,
  UnexpectedResponseError,
} from "../client/response/errors.ts";
export type { CallSite, ProblemOf } from "../client/response/errors.ts";
export { limitResponses } from "../client/response/limit-responses.ts";
export { type Logger, logTo } from "../client/log-to.ts";
export { type DeprecationNotice, onDeprecation } from "../client/on-deprecation.ts";
export type { Hooks, ReceivedResponse, Retry, SentRequest } from "../client/hooks.ts";
export type { Id } from "../client/request-types.ts";
export type { Page, PageControls } from "../client/pages/page.ts";
export { Pages } from "../client/pages/page.ts";
export type { Backoff } from "../client/request/retry.ts";
export {
  BadRequestError,
  ConflictError,
  ContentTooLargeError,
  InternalServerError,
  MethodNotAllowedError,
  NotFoundError,
  PreconditionFailedError,
  RequestHeaderFieldsTooLargeError,
  RequestTimeoutError,
  ServiceUnavailableError,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableContentError,
  UnsupportedMediaTypeError,
} from "../client/response/status-errors.ts";
export type { Fetch, FetchInit, HeaderValues } from "../client/request/build-request.ts";
export type { TypedHeaders, TypedResponse } from "../client/response/typed-response.ts";
export type { Waitable, WaitOptions } from "../client/pages/wait.ts";
export { TwilioClient } from "./client.ts";
export { connect } from "./connect.ts";
export type { ClientOptions } from "./connect.ts";
export type {
  Credentials,
  SenderPoolId,
  OperationId,
  SenderId,
  Tags,
  TagsInput,
  Channel,
  ChannelInput,
  SenderStatus,
  SenderStatusInput,
  SenderPoolOperationStatus,
  SenderPoolOperationStatusInput,
  SenderPool,
  SenderPoolList,
  CreateSenderPool,
  UpdateSenderPool,
  SenderReference,
  SenderReferenceList,
  Sender,
  SenderList,
  SenderPoolOperation,
  SenderPoolOperationStats,
  SenderPoolOperationList,
  Pagination,
  OperationAccepted,
  ResourceAccepted,
  Problem,
  ProblemError,
  BodyError,
  ParameterError,
  Problems,
  AnyProblem,
  ListSenderPoolsQuery,
  CreateSenderPoolOptions,
  ListSenderPoolOperationsQuery,
  UpdateSenderPoolOptions,
  DeleteSenderPoolOptions,
  ListSenderPoolSendersQuery,
  AddSenderPoolSendersOptions,
  RemoveSenderPoolSenderOptions,
  ListSendersQuery,
} from "./resources.ts";
