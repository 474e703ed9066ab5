// The catalogue of this server's error responses: one row per kind, and the only source of their texts.

/**
 * Members that all problem documents of one kind share. `code` is the number that the API's own errors have.
 */
interface ErrorKind {
  readonly status: number;
  readonly code: number;
  readonly title: string;
  /** Default detail, used if the thrown error has none. */
  readonly detail: string;
  /** Header fields of every response of the kind; those of the thrown error override them. */
  readonly headers?: Readonly<Record<string, string | number>>;
}

/** The challenge of a 401 (RFC 7617, section 2.1). */
const challenge = 'Basic realm="SenderPools", charset="UTF-8"';
/** `Retry-After` in seconds for short-lived conditions. */
const retrySoon = { "Retry-After": 1 } as const;

/**
 * Rows by kind of error. Titles are the reason phrases of RFC 9110, because `type` is `about:blank` (RFC
 * 9457, 4.2.1).
 */
export const errorKinds = {
  invalid: {
    status: 400,
    code: 20001,
    title: "Bad Request",
    detail: "The request violates the contract.",
  },
  unauthorized: {
    status: 401,
    code: 20003,
    title: "Unauthorized",
    detail: "Authenticate with accountId:authToken or apiKey:apiKeySecret (HTTP Basic).",
    headers: { "WWW-Authenticate": challenge },
  },
  forbidden: {
    status: 403,
    code: 20403,
    title: "Forbidden",
    detail: "The credentials do not allow this request.",
  },
  notFound: {
    status: 404,
    code: 20404,
    title: "Not Found",
    detail: "The requested resource does not exist.",
  },
  methodNotAllowed: {
    status: 405,
    code: 20405,
    title: "Method Not Allowed",
    detail: "The resource does not support this method.",
  },
  requestTimeout: {
    status: 408,
    code: 20408,
    title: "Request Timeout",
    detail: "The request took too long to arrive.",
  },
  conflict: {
    status: 409,
    code: 20409,
    title: "Conflict",
    detail: "The first request with this Idempotency-Key is still in progress; retry in a moment.",
    headers: retrySoon,
  },
  preconditionFailed: {
    status: 412,
    code: 20412,
    title: "Precondition Failed",
    detail: "The sender pool has changed since; fetch it and use its ETag.",
  },
  contentTooLarge: {
    status: 413,
    code: 20413,
    title: "Content Too Large",
    detail: "The body is too large.",
  },
  unsupportedMediaType: {
    status: 415,
    code: 20415,
    title: "Unsupported Media Type",
    detail: "The media type of the body is not supported.",
  },
  unprocessable: {
    status: 422,
    code: 20422,
    title: "Unprocessable Content",
    detail: "This Idempotency-Key was used with another body; use a new key.",
  },
  tooManyRequests: {
    status: 429,
    code: 20429,
    title: "Too Many Requests",
    detail: "The account has exceeded its rate limit.",
    headers: retrySoon,
  },
  headersTooLarge: {
    status: 431,
    code: 20431,
    title: "Request Header Fields Too Large",
    detail: "The header fields are too large.",
  },
  internal: {
    status: 500,
    code: 20500,
    title: "Internal Server Error",
    detail: "An internal error occurred. Your request was valid; try again.",
  },
  unavailable: {
    status: 503,
    code: 20503,
    title: "Service Unavailable",
    detail: "The server is temporarily unavailable; try again in a moment.",
    headers: retrySoon,
  },
} as const satisfies Record<string, ErrorKind>;

/** A kind of error of the catalogue. */
export type ErrorName = keyof typeof errorKinds;

/** Returns the row of a kind. */
export function errorKind(name: ErrorName): ErrorKind {
  return errorKinds[name];
}

const names = Object.keys(errorKinds) as ErrorName[]; // `Object.keys` widens the type.

/** The kind of error with this HTTP status; undefined for a status that the server never responds with. */
export function errorOfStatus(status: number): ErrorName | undefined {
  return names.find((name) => errorKinds[name].status === status);
}
