// Everything a call can reject with, apart from the caller's own abort reason and TypeErrors for impossible input.
import type { AnyProblem, Problems } from "../../generated/resources.ts";
import { sdk } from "../../generated/sdk.ts";
import { isRecord } from "../is-record.ts";
import { retryAfter } from "../request/retry-after.ts";

/** Which call an error belongs to. */
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

// Registered, so that a second copy of this package knows the errors of the first.
const brand = Symbol.for(`${sdk.client}.ApiError`);

// Fields are declared and not emitted: constructors set them all, and each name would stand in every bundle twice.

/** What all errors of this client have in common. */
export abstract class CallError extends Error {
  declare readonly method: string;
  declare readonly path: string;

  constructor({ method, path }: CallSite, message: string, cause?: unknown) {
    super(`${method} ${path}: ${message}`, cause === undefined ? undefined : { cause });
    this.method = method;
    this.path = path;
  }
}

/** An answer other than success. `isApiError(error, 404)` tells which one. */
export class ApiError<Status extends number = number> extends CallError {
  declare readonly status: Status;
  declare readonly headers: Headers;
  /** The body as it came: JSON parsed, anything else as text. */
  declare readonly body: unknown;
  /** Names the exchange in the server's logs. */
  declare readonly requestId: string | undefined;
  /** Seconds that the server asks to wait. */
  declare readonly retryAfter: number | undefined;

  /** `Status` is the caller's word for the status in `head`; a class of one status is made for that status only. */
  constructor(site: CallSite, message: string, { status, headers }: AnswerHead, body: unknown) {
    super(site, message);
    this.status = status as Status;
    this.headers = headers;
    this.body = body;
    this.requestId = headers.get(sdk.requestIdHeader) ?? undefined;
    const pause = retryAfter(headers);
    this.retryAfter = pause && pause / 1000;
  }

  /** The body where it is a problem document: a gateway in between may answer something else. */
  get problem(): ProblemOf<Status> | undefined {
    return isRecord(this.body) ? (this.body as unknown as ProblemOf<Status>) : undefined;
  }
}

/** What an answer starts with. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Whether an error is an answer of the API, with a given status if one is named. Also for errors of another copy of this
 * package, where `instanceof` fails.
 *
 * @example if (isApiError(error, 404)) console.log(error.problem?.detail);
 */
export function isApiError<Status extends number = number>(
  error: unknown,
  status?: Status,
): error is ApiError<Status> {
  return isRecord(error) && brand in error && (status === undefined || error["status"] === status);
}

/** No connection, or one that broke before the answer was complete. `cause` is the platform's own error. */
export class ConnectionError extends CallError {
  /** Whether the request may have arrived: then a write may have happened. */
  declare readonly maybeSent: boolean;

  constructor(site: CallSite, message: string, maybeSent: boolean, cause: unknown) {
    const code = codeOf(cause);
    super(site, code === "" ? message : `${message} (${code})`, cause);
    this.maybeSent = maybeSent;
  }
}

/** The platform's name for what happened, such as `ECONNREFUSED`; empty where there is none, as in browsers. Its words may hold a URL. */
export function codeOf(error: unknown): string {
  if (!isRecord(error)) return "";
  return typeof error["code"] === "string" ? error["code"] : codeOf(error["cause"]);
}

/** The time for the call was up. What it asked for may have happened nevertheless. */
export class TimeoutError extends CallError {}

/** A success that is not what the document promises: another media type, broken JSON, pages that go round in circles. */
export class UnexpectedResponseError extends CallError {
  declare readonly status: number;
  declare readonly headers: Headers;

  constructor(site: CallSite, message: string, { status, headers }: AnswerHead, cause?: unknown) {
    super(site, message, cause);
    this.status = status;
    this.headers = headers;
  }
}

// Names on the prototypes: where minifiers don't reach, and before a stack is written.
for (const [name, { prototype }] of Object.entries({
  ApiError,
  ConnectionError,
  TimeoutError,
  UnexpectedResponseError,
})) {
  Object.defineProperty(prototype, "name", { value: name });
}
Object.defineProperty(ApiError.prototype, brand, { value: true });
