// The model of an OpenAPI document: its content, and the source location of each node.

/** Any JSON value, as a parser returns it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, as a parser returns it. Key order is source order. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A location in a source file; lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A complete OpenAPI document.
 *
 * - External references are bundled in: every remaining `$ref` is local (`#/…`) and resolves.
 * - OpenAPI 3.0 syntax (`nullable`, boolean `exclusiveMinimum`, …) is rewritten as 3.1; 3.2 is kept as
 *   written.
 */
export interface OpenApiDocument {
  readonly root: JsonObject;
  /** The `openapi` field as the author wrote it, such as `3.0.3`. */
  readonly declaredVersion: string;
  /** The document's name as the caller gave it: a path, or `origin/main:spec/openapi.yaml`. */
  readonly name: string;
  /**
   * Pointers of fields without a value that were read as empty; present only with the option `fillsEmpty`.
   */
  readonly emptied?: readonly string[];
  /**
   * Returns where the node at a JSON pointer of `root` (`/paths/~1pools/get`) was written; the location of
   * its nearest ancestor if the node itself was not written.
   */
  locate(pointer: string): SourceLocation;
  /**
   * Returns the file and the pointer at which the node at a pointer of `root` is written; of a node that does
   * not exist, where its parent's member would be. Absent if the document was not read from files.
   */
  writtenAt?(pointer: string): WrittenNode;
}

/** The path of a file, as references in it are resolved against, and a JSON pointer in its text. */
export interface WrittenNode {
  readonly path: string;
  readonly pointer: string;
}

/**
 * The three-line message that every command prints when it cannot continue: the problem and its location,
 * expected and got, and the fix.
 */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly place: SourceLocation | undefined;
  /** "Expected … got …", where `problem` does not contain it. */
  readonly expected: string | undefined;
  readonly fix: string;

  constructor(
    problem: string,
    options: { place?: SourceLocation; expected?: string; fix: string; cause?: unknown },
  ) {
    super(problem, { cause: options.cause });
    this.place = options.place;
    this.expected = options.expected;
    this.fix = options.fix;
  }
}
