// The client's public entry.
export type { Answer } from "./api-promise.ts";
export { ApiPromise } from "./api-promise.ts";
export type { CallOptions, ConnectionOptions } from "./call-options.ts";
export type { Caller } from "./caller.ts";
export {
  ApiError,
  CallError,
  ConnectionError,
  isApiError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.ts";
export type { CallSite, ProblemOf } from "./errors.ts";
export { limitResponses } from "./limit-responses.ts";
export { type Logger, logTo } from "./log-to.ts";
export type { Hooks, ReceivedResponse, Retry, SentRequest } from "./observe.ts";
export type { Id } from "./models.ts";
export type { Page, PageControls } from "./page.ts";
export { Pages } from "./page.ts";
export type { Backoff } from "./retry.ts";
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
} from "./status-errors.ts";
export type { Fetch, FetchInit, HeaderValues } from "./transport.ts";
export type { ClientOptions } from "./twilio-client.ts";
export { connect, TwilioClient } from "./twilio-client.ts";
export type { TypedHeaders, TypedResponse } from "./typed-response.ts";
export type { Waitable, WaitOptions } from "./wait.ts";
// eslint-disable-next-line no-restricted-syntax -- a new resource or type of the document needs no edit here
export * from "../generated/resources.ts";
