// Array types: equal items, or tuples.
import { isArray, isObject, type Located } from "../../document/pointer.ts";
import type { SchemaTypes } from "./schema-types.ts";
import { type ListType, unknown } from "./type.ts";

export function listType(types: SchemaTypes, place: Located): ListType {
  const node = isObject(place.node) ? place.node : {};
  const prefix = isArray(node["prefixItems"]) ? node["prefixItems"] : [];
  const first = prefix.map((_, index) => types.below(place, "prefixItems", index));
  const items = node["items"] === undefined ? unknown : types.below(place, "items");
  const most = typeof node["maxItems"] === "number" ? node["maxItems"] : Infinity;
  const least = typeof node["minItems"] === "number" ? node["minItems"] : 0;
  const closed = items.kind === "never" || (first.length > 0 && most <= first.length);
  return {
    kind: "list",
    first: first.slice(0, Math.max(0, most)),
    needed: Math.min(least, first.length),
    rest: closed || most <= 0 ? undefined : items,
  };
}
