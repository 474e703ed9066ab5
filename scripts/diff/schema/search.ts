// Decides whether a JSON value exists that some schemas accept and others refuse: satisfiability and containment in one question.
import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../document/document.ts";

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
  readonly view: "request" | "response" | "none";
  /** Whether objects carry only the names they declare, unless they say otherwise. Not applied on a side that refuses. */
  readonly closed: boolean;
}

/** Asks for a value that every side in `accepts` accepts and every side in `refuses` refuses. */
export interface Search {
  readonly accepts: readonly Side[];
  readonly refuses: readonly Side[];
  /** Steps to spend before giving up; a step takes some microseconds. */
  readonly budget?: number;
}

/** What a search came to; `none` is a proof, `found` was confirmed by a validator. */
export type SearchResult =
  | { readonly kind: "found"; readonly instance: Json; readonly restsOnExplicitOpenness: boolean }
  | { readonly kind: "none" }
  | {
      readonly kind: "undecided";
      readonly reason: string;
      readonly keyword?: string;
      readonly pointer?: string;
      readonly instance?: Json;
    };

/** Looks for a value that `accepts` accept and `refuses` refuse. */
export function search(query: Search): SearchResult {
  const same = query.refuses.some((refused) =>
    query.accepts.some(
      (side) => side.root === refused.root && isDeepStrictEqual(side.schema, refused.schema),
    ),
  );
  return same ? { kind: "none" } : { kind: "undecided", reason: "only equal schemas are compared so far" };
}

/** The smallest value that `side` accepts. */
export function memberOf(side: Side): SearchResult {
  return search({ accepts: [side], refuses: [] });
}
