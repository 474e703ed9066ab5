// The result of checking the fields of a node.
import type { JsonObject } from "./document.ts";
import type { Visit } from "./walk.ts";

/** One problem of a node. */
export interface Fault {
  /** The location of the problem, as a pointer relative to the node. */
  readonly below: string;
  /** The message, worded to follow the location in a sentence. */
  readonly problem: string;
  readonly fix: string;
}

/** The location of the checked node, and the version of its document. */
export interface FieldContext {
  readonly visit: Visit;
  readonly root: JsonObject;
  /** The document's `openapi` field, such as `3.1.0`. */
  readonly version: string;
}

/** Returns the first fault of a node's fields; undefined if there is none. */
export type FieldCheck = (node: JsonObject, context: FieldContext) => Fault | undefined;
