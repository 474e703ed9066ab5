// Short constructors of sides.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import type { Side } from "../../../scripts/contract/containment/search.ts";

const empty: JsonObject = {};

/** A schema read as written, every property visible. */
export const written = (schema: Json, root: JsonObject = empty): Side => ({
  root,
  schema,
  view: "none",
  closed: false,
});

/** A schema read as its sender means it. */
export const sent = (schema: Json, root: JsonObject = empty): Side => ({
  root,
  schema,
  view: "none",
  closed: true,
});
