// `$dynamicRef` (JSON Schema Core, section 8.2.3.2): as long as an anchor is written once, it is a `$ref` to that place.
import { DocumentError, type JsonObject, type Json } from "../../document/document.ts";
import { childPointer, isArray, isObject, type Located } from "../../document/pointer.ts";

export class DynamicAnchors {
  readonly #root: JsonObject;
  #places: Map<string, Located[]> | undefined;

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** What a `$dynamicRef` such as `#node` leads to. Throws a DocumentError when that depends on the way to it. */
  resolve(reference: string): Located {
    this.#places ??= anchorsIn(this.#root);
    const [place, second] = this.#places.get(reference.replace(/^#/, "")) ?? [];
    if (place !== undefined && second === undefined) return place;
    const problem = place === undefined ? "leads nowhere" : "leads to several places, by the way taken to it";
    throw new DocumentError(`$dynamicRef ${JSON.stringify(reference)} ${problem}`, {
      fix: "write the $dynamicAnchor exactly once, or use $ref",
    });
  }
}

function anchorsIn(root: JsonObject): Map<string, Located[]> {
  const found = new Map<string, Located[]>();
  const visit = (pointer: string, node: Json | undefined): void => {
    if (isArray(node)) for (const [index, item] of node.entries()) visit(childPointer(pointer, index), item);
    if (!isObject(node)) return;
    const anchor = node["$dynamicAnchor"];
    if (typeof anchor === "string") found.set(anchor, [...(found.get(anchor) ?? []), { pointer, node }]);
    for (const [key, member] of Object.entries(node)) visit(childPointer(pointer, key), member);
  };
  visit("", root);
  return found;
}
