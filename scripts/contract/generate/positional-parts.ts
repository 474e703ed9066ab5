// Bodies whose parts have no names: the items of a list, each one part of a multipart body (OpenAPI 3.2,
// section 4.15.7).
import type { Json, JsonObject } from "../document/document.ts";
import { child, childPointer, isArray, type Located } from "../document/pointer.ts";
import { isPartsType } from "../runtime/boundary/media-type.ts";
import { joined } from "./form-properties.ts";
import type { PlannedContent } from "./plan.ts";
import { partsOf } from "./wire-shape.ts";

/** The parts at one position, or those after the last position that is described by itself. */
export interface PartPlan {
  readonly schema: Located;
  /** The Encoding Object. */
  readonly encoding: Json | undefined;
}

/** The parts of a body. */
export interface PartPlans {
  readonly first: readonly PartPlan[];
  readonly rest: PartPlan;
}

/** Whether a body consists of parts by position. */
export function isPositional(root: JsonObject, { mediaType, schema }: PlannedContent): boolean {
  return isPartsType(mediaType) && schema !== undefined && isListSchema(root, schema);
}

/** Whether the values of a schema are lists, by its own `type` or that of a schema it is composed of. */
export function isListSchema(root: JsonObject, schema: Located): boolean {
  return partsOf(root, schema).some(({ node }) => node["type"] === "array");
}

/**
 * Returns the parts of a body that consists of parts by position.
 *
 * @param media  its Media Type Object
 */
export function partPlansOf(root: JsonObject, schema: Located, media: Json | undefined): PartPlans {
  const [prefixes, itemEncoding] = [child(media, "prefixEncoding"), child(media, "itemEncoding")];
  const encodings = isArray(prefixes) ? prefixes : [];
  const lists = partsOf(root, schema);
  const size = lists.reduce((most, { node }) => Math.max(most, prefixOf(node).length), encodings.length);
  const rest = joinedOr(schema, lists.flatMap(itemsOf));
  const first = Array.from({ length: size }, (_, index): PartPlan => {
    const places = lists.flatMap((list) => {
      const prefix = prefixOf(list.node);
      if (index >= prefix.length) return itemsOf(list);
      return [{ pointer: childPointer(list.pointer, "prefixItems", index), node: prefix[index] ?? true }];
    });
    return { schema: joinedOr(schema, places), encoding: encodings[index] ?? itemEncoding };
  });
  return { first, rest: { schema: rest, encoding: itemEncoding } };
}

/** Returns the media type that all parts with an encoding have; empty if it leaves a choice. */
export function partType({ encoding }: PartPlan): string {
  const type = child(encoding, "contentType");
  return typeof type === "string" && !/[,*]/.test(type) ? type : "";
}

function prefixOf({ prefixItems }: JsonObject): readonly Json[] {
  return isArray(prefixItems) ? prefixItems : [];
}

function itemsOf({ pointer, node: { items } }: Located<JsonObject>): Located[] {
  return items === undefined ? [] : [{ pointer: childPointer(pointer, "items"), node: items }];
}

/** Without a schema, items are arbitrary. */
function joinedOr({ pointer }: Located, places: readonly Located[]): Located {
  return places.length === 0 ? { pointer: childPointer(pointer, "items"), node: true } : joined(places);
}
