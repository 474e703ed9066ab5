// One parsed file of a document, with the locations of its nodes; produced by the JSON and YAML parsers.
import type { Json, SourceLocation } from "./document.ts";

/** The text of one file, and its name in messages. */
export interface SourceText {
  /** The path that references in the file are relative to. */
  readonly path: string;
  /** The file's name in messages. */
  readonly name: string;
  readonly text: string;
  /**
   * Whether numbers that no double represents exactly are kept as `ExactNumber`. Default: they become the
   * nearest double.
   */
  readonly exactNumbers?: boolean;
}

/** One parsed file. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  readonly value: Json;
  /**
   * Returns where the node at a pointer of `value` is written; the location of its nearest ancestor if it
   * does not exist.
   */
  locate(pointer: string): SourceLocation;
}

/**
 * Maximum nesting depth: deeper than any hand-written document, and small enough for plain recursion over it.
 */
export const maxDepth = 500;

/** The message for a document that is nested deeper. */
export const tooDeep = `nested more than ${maxDepth} levels deep`;
