// What every script knows of an OpenAPI document: its content, and where in the source each node was written.

/** Any JSON value, as a parser returns it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, as a parser returns it. Key order is source order. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A place in a source file; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One OpenAPI document, read whole.
 *
 * - External references are bundled in: every `$ref` left is local (`#/…`) and resolves.
 * - OpenAPI 3.0 spelling (`nullable`, boolean `exclusiveMinimum`, …) has been rewritten as 3.1; 3.2 stays as written.
 */
export interface OpenApiDocument {
  readonly root: JsonObject;
  /** The `openapi` field as the author wrote it, such as `3.0.3`. */
  readonly declaredVersion: string;
  /** How the caller named the document: a path, or `origin/main:spec/openapi.yaml`. */
  readonly name: string;
  /** Pointers of fields that were read as empty because nothing stood behind them; only where the reader was told to. */
  readonly emptied?: readonly string[];
  /** Where the node at a JSON pointer of `root` (`/paths/~1pools/get`) was written; the nearest node above, when it was not. */
  locate(pointer: string): SourcePlace;
}

/** The three-line message every script ends with when it cannot go on: what is wrong and where, expected and got, the fix. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly place: SourcePlace | undefined;
  /** Expected … got …, where the problem does not say it already. */
  readonly expected: string | undefined;
  readonly fix: string;

  constructor(
    problem: string,
    options: { place?: SourcePlace; expected?: string; fix: string; cause?: unknown },
  ) {
    super(problem, { cause: options.cause });
    this.place = options.place;
    this.expected = options.expected;
    this.fix = options.fix;
  }
}
