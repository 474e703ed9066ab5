// The types of a query: schemas at their locations, and how each is read.
import type { Json, JsonObject } from "../document/document.ts";
import type { View } from "./view.ts";

/** A schema at its location. */
export interface SchemaAt {
  /** The whole document, against which local `$ref`s resolve. */
  readonly root: JsonObject;
  /** The schema itself; one that is not in `root` may still reference it. */
  readonly schema: Json;
  /** JSON pointer of the schema in `root`, if it is there. */
  readonly pointer?: string;
}

/** A schema and how it is read. */
export interface Side extends SchemaAt {
  /**
   * `request`: readOnly properties (and their `required`) do not exist; `response`: writeOnly ones do not;
   * `none`: all do.
   */
  readonly view: View;
  /**
   * True if objects have only the names they declare, unless they allow others. Ignored for a side that
   * rejects.
   */
  readonly closed: boolean;
}
