// The input of an API's state: its document and operation table, in the form that all generated tables have.
import type { RequestProblem } from "../boundary/problem.ts";

/** One operation of the table in `operations.ts`. */
export interface StateOperation {
  readonly operationId: string;
  readonly method: string;
  /** `/pools/{poolId}` */
  readonly path: string;
  /** Location of the operation in the document (RFC 6901). */
  readonly pointer: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  /** Responses by status as written in the document. */
  readonly responses: Readonly<
    Record<string, { readonly mediaTypes: readonly string[]; readonly headers: readonly string[] }>
  >;
  /** Links by status and name. */
  readonly links: Readonly<Record<string, Readonly<Record<string, StateLink>>>>;
}

/** A Link Object, with its operation as operationId. */
export interface StateLink {
  readonly operationId: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly xSdk: unknown;
}

/** The document and its operation table. */
export interface StateApi {
  /** The document; references in its schemas, parameters and examples stay within it. */
  readonly document: unknown;
  readonly operations: Readonly<Record<string, StateOperation>>;
}

/** A valid request, parsed for its operation. */
export interface StateRequest {
  readonly operationId: string;
  /**
   * The caller's tenant: tenants do not see each other's resources. Usually derived from the credentials;
   * empty if there is only one.
   */
  readonly tenant?: string | undefined;
  /** The URL up to where the document's paths begin, for URLs in responses: `https://host/v1`. */
  readonly root: string;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Header parameters by their names in the document. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The `Content-Type` of the body, if one was sent. */
  readonly mediaType?: string | undefined;
}

/**
 * A response in the form that `wireResponse` takes: a value for JSON, otherwise a string; undefined for no
 * body.
 */
export interface StateResponse {
  readonly status: number;
  /** Values of the types that the document declares; `wireResponse` serializes them. */
  readonly headers: Readonly<Record<string, unknown>> & { readonly "Content-Type"?: string };
  readonly body: unknown;
  /** The value of a body in a media type that the state does not write, such as XML; `body` is empty then. */
  readonly value?: unknown;
  /**
   * Where the body has stored values, which are never modified: the names that lead to a list of resources;
   * without names, the body is a resource itself.
   */
  readonly stored?: readonly string[] | undefined;
}

/** The details of one error. */
export interface ErrorParts {
  readonly errors?: readonly RequestProblem[];
  readonly detail?: string;
  /** Replaces the declared body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
