// What the state of an API is made of: its document, and the table of its operations, in the shape that those of every document have.
import type { RequestProblem } from "../boundary/problem.ts";

/** One operation of the table `operations.ts`. */
export interface StateOperation {
  readonly operationId: string;
  readonly method: string;
  /** `/pools/{poolId}` */
  readonly path: string;
  /** Where the operation is in the document (RFC 6901). */
  readonly pointer: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  /** By status, as the document writes it. */
  readonly responses: Readonly<
    Record<string, { readonly mediaTypes: readonly string[]; readonly headers: readonly string[] }>
  >;
  /** By status and name. */
  readonly links: Readonly<Record<string, Readonly<Record<string, StateLink>>>>;
}

/** A Link Object, its operation by its id. */
export interface StateLink {
  readonly operationId: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly xSdk: unknown;
}

export interface StateApi {
  /** The document; of its schemas, parameters and examples, references stay within it. */
  readonly document: unknown;
  readonly operations: Readonly<Record<string, StateOperation>>;
}

/** A request that keeps to the document, as its operation sees it. */
export interface StateRequest {
  readonly operationId: string;
  /** Who asks: what one tenant creates, no other sees. Mostly a name of the credentials; empty where all are one. */
  readonly tenant?: string | undefined;
  /** The URL up to where the document's paths begin, for what is located in responses: `https://host/v1`. */
  readonly root: string;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** By the names that the document has for them. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The `Content-Type` of the body, where one came. */
  readonly mediaType?: string | undefined;
}

/** A response, in the form that `wireResponse` takes: a value for JSON, else a text; undefined for none. */
export interface StateResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What is particular about one error. */
export interface ErrorParts {
  readonly errors?: readonly RequestProblem[];
  readonly detail?: string;
  /** In place of all that the document says of the body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
