// One thing that a document asks of a part of a request, and how to speak of values that have such a part.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";

/** One step from a value to a part of it. `names` are the names of an object's members, not the members. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "matching"; readonly pattern: string }
  | { readonly kind: "others"; readonly names: readonly string[]; readonly patterns: readonly string[] }
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "items"; readonly after: number }
  | { readonly kind: "names" };

/** From a schema to one in it: through its `$ref`, or along keys. */
export type Hop = "$ref" | readonly (string | number)[];

/** A keyword of a request's schema. */
export interface Constraint {
  /** `body/tags/*`, `query/pageSize`. */
  readonly place: string;
  readonly keyword: string;
  /** What the document says under it; of `required`, one name. */
  readonly value: Json;
  /** Where the document says it. */
  readonly pointer: string;
  /** From the value to the part that is asked. */
  readonly steps: readonly Step[];
  /** From the schema of the whole to the one that has the keyword. */
  readonly hops: readonly Hop[];
  /** Branches of unions that it is reached through: it counts for values of these. */
  readonly within: readonly { readonly steps: readonly Step[]; readonly schema: Json }[];
}

/** What tells one constraint of an operation from the others. */
export function constraintKey({ place, keyword, value, pointer }: Constraint): string {
  return `${place} ${keyword}${keyword === "required" ? ` ${jsonText(value)}` : ""} ${pointer}`;
}
