// Error responses as problem documents (RFC 9457), and the error class that ends an exchange with one.

/** A problem of a request, with its location. */
export interface RequestProblem {
  readonly in: string;
  /** Name of the parameter, header field or cookie. */
  readonly name?: string;
  /** JSON pointer into the body (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
}

/** Header fields by name; numbers are integers. */
export type ErrorHeaders = Readonly<Record<string, string | number | string[]>>;

/**
 * Ends an exchange with an error response. It carries the whole response for error handlers: `statusCode`,
 * `headers`, and in `errors` every problem of the request; for a request that does not validate, `validation`
 * has the form of Fastify's own validation errors.
 */
export class HttpError extends Error {
  override readonly name: string = "HttpError";
  readonly statusCode: number;
  readonly errors: readonly RequestProblem[];
  readonly headers: ErrorHeaders;

  constructor(
    statusCode: number,
    detail: string,
    more: { errors?: readonly RequestProblem[]; headers?: ErrorHeaders; cause?: unknown } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.statusCode = statusCode;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export const problemType = "application/problem+json";

/** Returns the 400 that lists all problems of a request. */
export function invalidRequest(problems: readonly RequestProblem[]): HttpError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new HttpError(400, `The request has ${count}.`, { errors: problems });
}

/**
 * Converts any thrown value to an HttpError. Errors with a 4xx `statusCode`, such as Fastify's own, keep
 * their message. Those with a 5xx keep their status but not their message, which may contain internal
 * details; all others become a 500.
 */
export function httpErrorOf(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const status = statusOf(error);
  const message: unknown = Reflect.get(Object(error), "message");
  if (status !== undefined && status < 500)
    return new HttpError(status, typeof message === "string" ? message : "", { cause: error });
  return new HttpError(
    status ?? 500,
    status === undefined || status === 500
      ? "An unexpected error occurred. Quote the request ID when you report it."
      : "The request cannot be served now.",
    { cause: error },
  );
}

/** Returns the HTTP error status in `statusCode` of an error; undefined if there is none. */
export function statusOf(error: unknown): number | undefined {
  const status: unknown = Reflect.get(Object(error), "statusCode");
  const isError = typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 600;
  return isError ? status : undefined;
}

/**
 * Returns the problem document of an error.
 *
 * `title`: the reason phrase of the status
 * `requestId`: the ID of the exchange in the logs
 */
export function problemDocument(
  { statusCode, message, errors }: HttpError,
  title: string,
  requestId?: string,
): object {
  return {
    type: "about:blank",
    title,
    status: statusCode,
    detail: message,
    instance: requestId === undefined ? undefined : `urn:request:${encodeURIComponent(requestId)}`,
    errors: errors.length === 0 ? undefined : errors,
  };
}

/** Returns the problem document of an error as JSON text. */
export function problemText(error: HttpError, title: string, requestId?: string): string {
  return JSON.stringify(problemDocument(error, title, requestId));
}

/** Returns the 413 for a request body that exceeds the limit. */
export function contentTooLarge(maxBytes: number): HttpError {
  return new HttpError(413, `The body exceeds ${maxBytes} bytes.`);
}
