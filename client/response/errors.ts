// All errors that a call can reject with, apart from the caller's own abort reason and TypeErrors for invalid
// arguments.
import type { AnyProblem, Problems } from "../../generated/resources.ts";
import { sdk } from "../../generated/sdk.ts";
import { isRecord } from "../is-record.ts";
import { retryAfter } from "../request/retry-after.ts";

/** Method and path of a call. */
export interface CallSite {
  readonly method: string;
  /** The path with its values, without the query. */
  readonly path: string;
}

/** The problem body that the document declares for a status. */
export type ProblemOf<Status extends number> = Status extends keyof Problems
  ? Problems[Status]
  : `${Status}` extends `${infer First extends 4 | 5}${number}`
    ? `${First}XX` extends keyof Problems
      ? Problems[`${First}XX`]
      : AnyProblem
    : AnyProblem;

// A registered symbol, so that a second copy of this package recognises the errors of the first.
const brand = Symbol.for(`${sdk.client}.ApiError`);

// Fields use `declare`, so that no initializers are emitted for them: constructors set all of them, and
// initializers would repeat each name in every bundle.

/** Base class of this client's errors. */
export abstract class CallError extends Error {
  declare readonly method: string;
  declare readonly path: string;

  constructor({ method, path }: CallSite, message: string, cause?: unknown) {
    super(`${method} ${path}: ${message}`, cause === undefined ? undefined : { cause });
    this.method = method;
    this.path = path;
  }
}

/** An unsuccessful response. `isApiError(error, 404)` tests for a status. */
export class ApiError<Status extends number = number> extends CallError {
  declare readonly status: Status;
  declare readonly headers: Headers;
  /** The body: parsed if it is JSON, otherwise as text. */
  declare readonly body: unknown;
  /** Identifies the exchange in the server's logs. */
  declare readonly requestId: string | undefined;
  /** Seconds to wait, from `Retry-After`. */
  declare readonly retryAfter: number | undefined;

  /**
   * `Status` is not checked against the status in `head`; a class for one status is only constructed with
   * that status.
   */
  constructor(site: CallSite, message: string, { status, headers }: ResponseHead, body: unknown) {
    super(site, message);
    this.status = status as Status;
    this.headers = headers;
    this.body = body;
    this.requestId = headers.get(sdk.requestIdHeader) ?? undefined;
    const pause = retryAfter(headers);
    this.retryAfter = pause && pause / 1000;
  }

  /**
   * The body as a problem document; undefined if it is not an object, as an intermediary may respond with
   * something else.
   */
  get problem(): ProblemOf<Status> | undefined {
    return isRecord(this.body) ? (this.body as unknown as ProblemOf<Status>) : undefined;
  }
}

/** Status and headers of a response. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * True if an error is an error response of the API, with the given status if there is one. Also recognises
 * errors of another copy of this package, for which `instanceof` fails.
 *
 * @example if (isApiError(error, 404)) console.log(error.problem?.detail);
 */
export function isApiError<Status extends number = number>(
  error: unknown,
  status?: Status,
): error is ApiError<Status> {
  return isRecord(error) && brand in error && (status === undefined || error["status"] === status);
}

/** The connection failed, or broke before the response was complete. `cause` is the platform's own error. */
export class ConnectionError extends CallError {
  /** True if the request may have arrived: then a write may have happened. */
  declare readonly maybeSent: boolean;

  constructor(site: CallSite, message: string, maybeSent: boolean, cause: unknown) {
    const code = codeOf(cause);
    super(site, message + (code && ` (${code})`), cause);
    this.maybeSent = maybeSent;
  }
}

/**
 * Returns the platform's error code, such as `ECONNREFUSED`; empty if there is none, as in browsers. The
 * message is not used, as it may contain a URL.
 */
export function codeOf(error: unknown): string {
  if (!isRecord(error)) return "";
  return typeof error["code"] === "string" ? error["code"] : codeOf(error["cause"]);
}

/** The call timed out. The request may have been processed nevertheless. */
export class TimeoutError extends CallError {}

/** A success that violates the document: another media type, malformed JSON, pages that form a cycle. */
export class UnexpectedResponseError extends CallError {
  declare readonly status: number;
  declare readonly headers: Headers;

  constructor(site: CallSite, message: string, { status, headers }: ResponseHead, cause?: unknown) {
    super(site, message, cause);
    this.status = status;
    this.headers = headers;
  }
}

// Names are set on the prototypes, so that minifiers do not change them and they are set before a stack is
// captured.
for (const [name, { prototype }] of Object.entries({
  ApiError,
  ConnectionError,
  TimeoutError,
  UnexpectedResponseError,
})) {
  Object.defineProperty(prototype, "name", { value: name });
}
Object.defineProperty(ApiError.prototype, brand, { value: true });
