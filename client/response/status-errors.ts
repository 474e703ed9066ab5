// One class for each error status of HTTP (RFC 9110, RFC 6585), for `instanceof`. Calls reject with an
// `ApiError`, which counts as an instance of these by its status: so they work across copies of the package,
// and unused ones are not bundled.
import { ApiError, isApiError } from "./errors.ts";

/** A response with the status 400. */
export class BadRequestError extends ApiError<400> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 400);
  }
}

/** A response with the status 401. */
export class UnauthorizedError extends ApiError<401> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 401);
  }
}

/** A response with the status 404. */
export class NotFoundError extends ApiError<404> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 404);
  }
}

/** A response with the status 405. */
export class MethodNotAllowedError extends ApiError<405> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 405);
  }
}

/** A response with the status 408. */
export class RequestTimeoutError extends ApiError<408> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 408);
  }
}

/** A response with the status 409. */
export class ConflictError extends ApiError<409> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 409);
  }
}

/** A response with the status 412. */
export class PreconditionFailedError extends ApiError<412> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 412);
  }
}

/** A response with the status 413. */
export class ContentTooLargeError extends ApiError<413> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 413);
  }
}

/** A response with the status 415. */
export class UnsupportedMediaTypeError extends ApiError<415> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 415);
  }
}

/** A response with the status 422. */
export class UnprocessableContentError extends ApiError<422> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 422);
  }
}

/** A response with the status 429. */
export class TooManyRequestsError extends ApiError<429> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 429);
  }
}

/** A response with the status 431. */
export class RequestHeaderFieldsTooLargeError extends ApiError<431> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 431);
  }
}

/** A response with the status 500. */
export class InternalServerError extends ApiError<500> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 500);
  }
}

/** A response with the status 503. */
export class ServiceUnavailableError extends ApiError<503> {
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isApiError(error, 503);
  }
}
