// The runtime's exports, the same for every document; the other exports of a client are generated from its
// document.
export type { CallResult as Answer } from "./api-promise.ts";
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
} from "./response/errors.ts";
export type { CallSite, ProblemOf } from "./response/errors.ts";
export { limitResponses } from "./response/limit-responses.ts";
export { type Logger, logTo } from "./log-to.ts";
export { type DeprecationNotice, onDeprecation } from "./on-deprecation.ts";
export type { Hooks, ReceivedResponse, Retry, SentRequest } from "./hooks.ts";
export type { Id } from "./request-types.ts";
export type { Page, PageControls } from "./pages/page.ts";
export { Pages } from "./pages/page.ts";
export type { Backoff } from "./request/retry.ts";
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
} from "./response/status-errors.ts";
export type { Fetch, FetchInit, HeaderValues } from "./request/build-request.ts";
export type { TypedHeaders, TypedResponse } from "./response/typed-response.ts";
export type { Waitable, WaitOptions } from "./pages/wait.ts";
