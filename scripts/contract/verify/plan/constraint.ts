// A constraint that a document puts on a part of a request, and the schemas of values with such a part.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";

/** A step from a value to a part of it. `names` selects the property names of an object, not their values. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "matching"; readonly pattern: string }
  | { readonly kind: "others"; readonly names: readonly string[]; readonly patterns: readonly string[] }
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "items"; readonly after: number }
  | { readonly kind: "names" };

/** A step from a schema to a subschema: through its `$ref`, or along keys. */
export type Hop = "$ref" | readonly (string | number)[];

/** One keyword in a request's schema. */
export interface Constraint {
  /** Location: `body/tags/*`, `query/pageSize`. */
  readonly place: string;
  readonly keyword: string;
  /** Value of the keyword; for `required`, one name. */
  readonly value: Json;
  /** Pointer to the keyword in the document. */
  readonly pointer: string;
  /** Path from the whole value to the constrained part. */
  readonly steps: readonly Step[];
  /** Path from the schema of the whole value to the one with the keyword. */
  readonly hops: readonly Hop[];
  /** Union branches on the path: the constraint applies to values of these branches. */
  readonly within: readonly { readonly steps: readonly Step[]; readonly schema: Json }[];
}

/** Returns a key that identifies a constraint within an operation. */
export function constraintKey({ place, keyword, value, pointer }: Constraint): string {
  return `${place} ${keyword}${keyword === "required" ? ` ${jsonText(value)}` : ""} ${pointer}`;
}
