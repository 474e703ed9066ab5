// Takes out what schemas call themselves once every reference is a pointer: `$id` would give those another base.
import type { JsonObject } from "./document.ts";
import { isObject } from "./pointer.ts";
import { walkDocument } from "./walk.ts";

/** Changes a bundled document where it stands. With a `$dynamicRef` in it all names stay, since that is found by them. */
export function dropIdentifiers(root: JsonObject): void {
  const named: JsonObject[] = [];
  const dynamic: JsonObject[] = [];
  walkDocument(root, ({ type, node }) => {
    if (type !== "schema" || !isObject(node)) return;
    if (node["$dynamicRef"] !== undefined) dynamic.push(node);
    if (identifiers.some((keyword) => typeof node[keyword] === "string")) named.push(node);
  });
  if (dynamic.length > 0) return;
  for (const node of named)
    for (const keyword of identifiers)
      if (typeof node[keyword] === "string") Reflect.deleteProperty(node, keyword);
}

const identifiers = ["$id", "$anchor", "$dynamicAnchor"];
