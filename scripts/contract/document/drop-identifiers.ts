// Removes the identifiers of schemas once every reference is a pointer: `$id` would change the base URI of
// those.
import type { JsonObject } from "./document.ts";
import { isObject } from "./pointer.ts";
import { walkDocument } from "./walk.ts";

/** Removes the identifiers of a bundled document in place. */
export function dropIdentifiers(root: JsonObject): void {
  walkDocument(root, ({ type, node }) => {
    if (type !== "schema" || !isObject(node)) return;
    for (const keyword of identifiers)
      if (typeof node[keyword] === "string") Reflect.deleteProperty(node, keyword);
  });
}

const identifiers = ["$id", "$anchor", "$dynamicAnchor"];
