// The types of a question to the search: schemas where they stand, and how each is read.
import type { Json, JsonObject } from "../document/document.ts";
import type { View } from "./view.ts";

/** A schema where it stands. */
export interface SchemaAt {
  /** The whole document, against which local `$ref`s resolve. */
  readonly root: JsonObject;
  /** The schema itself; a free-standing one may still refer to `root`. */
  readonly schema: Json;
  /** The place of the schema in `root`, as a JSON pointer, when it stands there. */
  readonly pointer?: string;
}

/** A schema and how it is read. */
export interface Side extends SchemaAt {
  /** `request`: readOnly properties (and their `required`) do not exist; `response`: writeOnly ones do not; `none`: all do. */
  readonly view: View;
  /** Whether objects carry only the names they declare, unless they say otherwise. Not applied on a side that refuses. */
  readonly closed: boolean;
}
