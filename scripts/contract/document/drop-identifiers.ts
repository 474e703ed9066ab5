// Takes out what schemas call themselves once every reference is a pointer: `$id` would give those another base.
import type { JsonObject } from "./document.ts";
import { isObject } from "./pointer.ts";
import { walkDocument } from "./walk.ts";

/** Changes a bundled document where it stands. */
export function dropIdentifiers(root: JsonObject): void {
  walkDocument(root, ({ type, node }) => {
    if (type !== "schema" || !isObject(node)) return;
    for (const keyword of identifiers)
      if (typeof node[keyword] === "string") Reflect.deleteProperty(node, keyword);
  });
}

const identifiers = ["$id", "$anchor", "$dynamicAnchor"];
