// One class for each status that HTTP defines for errors (RFC 9110, RFC 6585), for `instanceof`.
import { type AnswerHead, ApiError, type CallSite } from "./errors.ts";

export class BadRequestError extends ApiError<400> {}
export class UnauthorizedError extends ApiError<401> {}
export class NotFoundError extends ApiError<404> {}
export class MethodNotAllowedError extends ApiError<405> {}
export class RequestTimeoutError extends ApiError<408> {}
export class ConflictError extends ApiError<409> {}
export class PreconditionFailedError extends ApiError<412> {}
export class ContentTooLargeError extends ApiError<413> {}
export class UnsupportedMediaTypeError extends ApiError<415> {}
export class UnprocessableContentError extends ApiError<422> {}
export class TooManyRequestsError extends ApiError<429> {}
export class RequestHeaderFieldsTooLargeError extends ApiError<431> {}
export class InternalServerError extends ApiError<500> {}
export class ServiceUnavailableError extends ApiError<503> {}

const classes: Readonly<Record<number, typeof ApiError<number>>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  404: NotFoundError,
  405: MethodNotAllowedError,
  408: RequestTimeoutError,
  409: ConflictError,
  412: PreconditionFailedError,
  413: ContentTooLargeError,
  415: UnsupportedMediaTypeError,
  422: UnprocessableContentError,
  429: TooManyRequestsError,
  431: RequestHeaderFieldsTooLargeError,
  500: InternalServerError,
  503: ServiceUnavailableError,
};

/** The error for an answer: of its status's own class, if it has one. */
export function apiError(site: CallSite, message: string, head: AnswerHead, body: unknown): ApiError {
  const StatusError = classes[head.status] ?? ApiError;
  return new StatusError(site, message, head, body);
}
