// Types of the operation data that calls need. The constants of these types are generated from the document.
import type { CallResult } from "./api-promise.ts";
import type { Deadline } from "./request/deadline.ts";
import type { CallSite } from "./response/errors.ts";

/**
 * The locations of date-times in a response: `true` is a date-time; an object maps properties to locations,
 * `*` any other property; arrays are transparent. A list is a union: the discriminating property, the
 * locations for each of its values, and those of the other properties. A function handles what paths cannot
 * express.
 */
export type DatePaths =
  | true
  | DateReader
  | { readonly [property: string]: DatePaths }
  | readonly [tag: string, cases: Readonly<Record<string, DatePaths>>, others?: DatePaths];

/**
 * Converts the date-times of a value from JSON.parse in place; `response` is its response, if the value is
 * the whole content.
 */
export type DateReader = (value: unknown, response?: DatedResponse) => unknown;

/** The parts of a response on which the locations of date-times can depend. */
export interface DatedResponse {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Style of a query parameter if it is not `form` with `explode` (OpenAPI 3.1, section 4.8.12.3). A trailing
 * `+` is `allowReserved`; `+` alone is `form` with `explode` and `allowReserved`.
 * `whole` is the JSON that is the whole query string (OpenAPI 3.2, `in: querystring`).
 */
export type QueryStyle =
  "whole" | `${"form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json"}${"" | "+"}` | "+";

/** The call whose response is a stream. */
export interface StreamCall {
  readonly site: CallSite;
  readonly deadline: Deadline;
}

/** One operation of the document. */
export interface Operation {
  readonly method: string;
  /** The path template; the path values of a call replace its expressions in order. */
  readonly path: string;
  /** The operation's own server if the document declares one: a URL, or a path on the host of the others. */
  readonly server?: string;
  /** The operation's security requirements if they differ from the document's: see `authorize.ts`. */
  readonly security?: readonly (readonly number[])[];
  /** Header parameters: option names mapped to header names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the document declares an `Idempotency-Key`: then every call has one, and may be retried. */
  readonly keyed?: boolean;
  /** The media type of the request body; empty if the platform sets it. */
  readonly body?: string;
  /** Media types of responses by status (`202`, `2XX`, `default`); `""` for one without a body. */
  readonly answers: Readonly<Record<string, string>>;
  readonly dates?: DatePaths;
  /**
   * Returns the stream that items are read from, or a file; undefined for a response of another media type.
   */
  readonly stream?: (response: Response, mediaType: string, call: StreamCall) => object | undefined;
  /** Serialises the query if parameters have other styles than the default. */
  readonly search?: (query: object) => string;
  /** Serialises and encodes a path value that is not plain text. */
  readonly segment?: (name: string, value: unknown) => string;
  /** Serialises headers that are not plain text, and cookies, from the options. */
  readonly moreHeaders?: (options: object) => Readonly<Record<string, string>>;
  /**
   * Serialises a body that is neither JSON nor sent as given; `headers` are those of the request, and may be
   * modified.
   */
  readonly encode?: (body: unknown, headers: Headers) => string | Blob | FormData | URLSearchParams;
}

/** The arguments of one call. */
export interface Arguments {
  readonly path?: readonly unknown[];
  readonly query?: object | undefined;
  readonly body?: unknown;
}

/**
 * A value that a link takes from a response: a path in the body, the name of a header, or the index of a path
 * value of the request.
 */
export type LinkValue = readonly string[] | string | number;

/** Pagination of a list: the link `next`, or its equivalent declared by the document or its author. */
export interface NextLink {
  /** Path of the items in the body. */
  readonly items: readonly string[];
  /** The items of a page that has no list, if the document allows such pages. */
  readonly none?: readonly [];
  /** Query parameters of the next page. */
  readonly query?: Readonly<Record<string, LinkValue>>;
  /** Used instead of `query` if values of the response alone do not determine the next page. */
  readonly step?: PageStep;
}

/**
 * Returns the arguments for the next page, and a text that identifies its position; undefined after the last
 * page.
 *
 * @param sent  the arguments of this page
 */
export type PageStep = (
  result: CallResult<unknown>,
  sent: Arguments,
  items: readonly unknown[],
) => readonly [next: Arguments, place: string] | undefined;

/** The link `operation`: how to poll the work that a call started. */
export interface WaitLink {
  readonly operation: Operation;
  /** The path values of the polled operation. */
  readonly path: readonly LinkValue[];
  /** The work has ended when each of these properties has one of these values. */
  readonly until: Readonly<Record<string, readonly unknown[]>>;
}
