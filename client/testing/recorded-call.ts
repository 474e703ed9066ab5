// The calls that a test fetch records.

/** One recorded call. */
export interface RecordedCall {
  /** Undefined for a path or method that the document does not declare. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly url: string;
  /** Parsed: integers are numbers. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** Undefined if there was none, or if the call was rejected before its body was read. */
  readonly body: unknown;
  /** Undefined if the call failed without a response. */
  readonly status: number | undefined;
}

/** Options of a test fetch. */
export interface TestApiOptions {
  /** Number of polls for which work is in progress before it is done. Default 1. */
  readonly looks?: number | undefined;
  /** Milliseconds before every response. Default 0. */
  readonly delay?: number | undefined;
}
