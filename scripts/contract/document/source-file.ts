// One file of a document, parsed, with the places of its nodes; the parsers for JSON and YAML make them.
import type { Json, SourcePlace } from "./document.ts";

/** The text of one file, and what to call it in messages. */
export interface SourceText {
  /** What references in it are relative to. */
  readonly path: string;
  /** How messages name it. */
  readonly name: string;
  readonly text: string;
  /** Whether numbers that no double says are kept as `ExactNumber`. Default: the nearest double. */
  readonly exactNumbers?: boolean;
}

/** One file, parsed. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  readonly value: Json;
  /** Where the node at a pointer of `value` is written; the nearest node above, when there is none. */
  locate(pointer: string): SourcePlace;
}

/** Deeper than any document a person wrote, and shallow enough for every walk over it to be a plain recursion. */
export const maxDepth = 500;

/** What is said of a document that nests deeper. */
export const tooDeep = `nested more than ${maxDepth} levels deep`;
