// What a test fetch keeps of each call.

/** One call that was made. */
export interface RecordedCall {
  /** Undefined for a path or method that the document does not have. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly url: string;
  /** As read from the wire: integers are numbers. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** Undefined where there was none, and where the call was rejected before its body was read. */
  readonly body: unknown;
  /** Undefined when the call failed without a response. */
  readonly status: number | undefined;
}

/** How a test fetch behaves. */
export interface TestApiOptions {
  /** How often work is seen under way before it is seen done. Default 1. */
  readonly looks?: number | undefined;
  /** Milliseconds before every response. Default 0. */
  readonly delay?: number | undefined;
}
