// What a check of a node's fields finds.
import type { JsonObject } from "./document.ts";
import type { Visit } from "./walk.ts";

/** One thing that is wrong with a node. */
export interface Fault {
  /** The place, as a pointer from the node. */
  readonly below: string;
  /** What follows the place in a sentence. */
  readonly problem: string;
  readonly fix: string;
}

/** Where a node stands. */
export interface FieldContext {
  readonly visit: Visit;
  readonly root: JsonObject;
  /** What the document says of itself: `3.1.0`. */
  readonly version: string;
}

export type FieldCheck = (node: JsonObject, context: FieldContext) => Fault | undefined;
