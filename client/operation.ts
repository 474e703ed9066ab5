// What a call needs to know of an operation. The constants of these types are generated from the document.
import type { Answer } from "./api-promise.ts";
import type { Deadline } from "./request/deadline.ts";
import type { CallSite } from "./response/errors.ts";

/**
 * Where a response holds date-times: `true` is one; an object goes on by property, `*` is any other; arrays are seen through. A list is a
 * union: the property that tells which branch a value is, what each of its texts stands for, and what else may be there.
 * A function reads what no path tells.
 */
export type DatePaths =
  | true
  | DateReader
  | { readonly [property: string]: DatePaths }
  | readonly [tag: string, cases: Readonly<Record<string, DatePaths>>, others?: DatePaths];

/** Changes a value fresh from JSON.parse; `response` is what it came in, where it is the whole content. */
export type DateReader = (value: unknown, response?: DatedResponse) => unknown;

/** What of a response can decide where its content holds date-times. */
export interface DatedResponse {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * How a query parameter is written when it is not the usual `form` with `explode` (OpenAPI 3.1, section 4.8.12.3). A `+` behind it is
 * `allowReserved`; alone it stands for `form` with `explode`.
 */
export type QueryStyle =
  `${"form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json"}${"" | "+"}` | "+";

/** The call that a stream is the response of. */
export interface StreamCall {
  readonly site: CallSite;
  readonly deadline: Deadline;
}

/** One operation of the document. */
export interface Operation {
  readonly method: string;
  /** The path template; the path values of a call fill its braces in order. */
  readonly path: string;
  /** Where the document says that this operation is, when it is not where the others are: a URL, or a path on their host. */
  readonly server?: string;
  /** What says who calls it, where that is not what the document asks for in general: see `authorize.ts`. */
  readonly security?: readonly (readonly number[])[];
  /** Header parameters: the name of the option, and of the header it becomes. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the document declares an `Idempotency-Key`: then every call has one, and may be repeated. */
  readonly keyed?: boolean;
  /** The media type of the request body; empty where the platform knows it best. */
  readonly body?: string;
  /** By status (`202`, `2XX`, `default`): the media types of the answer, `""` for one without a body. */
  readonly answers: Readonly<Record<string, string>>;
  readonly dates?: DatePaths;
  /** Gives what the items of a stream are read from; undefined for a response of another media type. */
  readonly stream?: (response: Response, mediaType: string, call: StreamCall) => object | undefined;
  /** Writes the query, where parameters have an unusual style. */
  readonly search?: (query: object) => string;
  /** Writes a path value that is no plain text, encoded. */
  readonly segment?: (name: string, value: unknown) => string;
  /** Headers that are no plain texts, and cookies, out of the options. */
  readonly moreHeaders?: (options: object) => Readonly<Record<string, string>>;
  /** Makes the body, where it is neither JSON nor sent as it is given; `headers` are those of the request, and may be changed. */
  readonly encode?: (body: unknown, headers: Headers) => string | Blob | FormData | URLSearchParams;
}

/** What one call sends. */
export interface Arguments {
  readonly path?: readonly unknown[];
  readonly query?: object | undefined;
  readonly body?: unknown;
}

/** A value that a link takes from an answer: a place in the body, the name of a header, or which path value of the request. */
export type LinkValue = readonly string[] | string | number;

/** How a list goes on: the link `next`, or what the document or its author says in other words. */
export interface NextLink {
  /** Where the items are. */
  readonly items: readonly string[];
  /** The query parameters that name the next page. */
  readonly query?: Readonly<Record<string, LinkValue>>;
  /** In place of `query`, where no values of the response name the next page alone. */
  readonly step?: PageStep;
}

/**
 * What the next page is asked for with, and a text that tells its place from others; undefined after the last page.
 *
 * @param sent  what this page was asked for with
 */
export type PageStep = (
  answer: Answer<unknown>,
  sent: Arguments,
  items: readonly unknown[],
) => readonly [next: Arguments, place: string] | undefined;

/** The link `operation`: how to watch what a call started. */
export interface WaitLink {
  readonly operation: Operation;
  /** The path values of that operation. */
  readonly path: readonly LinkValue[];
  /** It is over when each of these properties has one of these values. */
  readonly until: Readonly<Record<string, readonly unknown[]>>;
}
