// Error responses as problem documents (RFC 9457), and the error that ends an exchange with one.

/** Something wrong with a request, and where. */
export interface RequestProblem {
  readonly in: string;
  /** Of a parameter, a header field or a cookie. */
  readonly name?: string;
  /** Into the body (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
}

/** Header fields, by name; numbers are whole. */
export type ErrorHeaders = Readonly<Record<string, string | number | string[]>>;

/**
 * Ends an exchange with an error response. Whoever handles errors finds all of the response in it: `statusCode`, `headers`, and in `errors`
 * each thing that is wrong with the request; of a request that does not validate, `validation` says the same as Fastify's own errors do.
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

/** The 400 that lists everything that is wrong with a request. */
export function invalidRequest(problems: readonly RequestProblem[]): HttpError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new HttpError(400, `The request has ${count}.`, { errors: problems });
}

/**
 * Errors with a 4xx in `statusCode`, as Fastify's own have, are reported with their message. Those with a 5xx keep their status and, since a
 * message can hold anything, lose that; all others are a 500.
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

/** The HTTP error status that an error carries in `statusCode`; undefined for one that carries none. */
export function statusOf(error: unknown): number | undefined {
  const status: unknown = Reflect.get(Object(error), "statusCode");
  const isError = typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 600;
  return isError ? status : undefined;
}

/**
 * The problem document of an error.
 *
 * @param title  the reason phrase of the status
 * @param requestId  what the logs call the exchange
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

/** The text of the problem document of an error. */
export function problemText(error: HttpError, title: string, requestId?: string): string {
  return JSON.stringify(problemDocument(error, title, requestId));
}

/** Said of a request whose body is larger than the server takes. */
export function contentTooLarge(maxBytes: number): HttpError {
  return new HttpError(413, `The body exceeds ${maxBytes} bytes.`);
}
