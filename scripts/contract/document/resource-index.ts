// Indexes the identifiers in a file: `$self` of a document, `$id` and anchors of schemas (JSON Schema Core,
// section 8.2).
import type { Json, JsonObject } from "./document.ts";
import { childPointer, isArray, isObject, parsePointer, toPointer } from "./pointer.ts";
import { keywordsWith } from "../vocabulary.ts";
import { resolveUri } from "./uri.ts";

/** The identifiers of the parts of one file. */
export interface ResourceIndex {
  /** Pointer of each part that has its own URI → that URI; the whole file is `""`. */
  readonly uris: ReadonlyMap<string, string>;
  /** `uri#anchor` → pointer. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Keys whose members are named by the author, so that none of those is a keyword. */
const maps: ReadonlySet<string> = new Set([
  ...keywordsWith({ holds: "schema{}" }),
  ..."schemas responses parameters requestBodies headers securitySchemes links callbacks pathItems".split(
    " ",
  ),
  ..."mediaTypes paths webhooks content encoding".split(" "),
]);

/** Keys that hold data, in which `$id` is an ordinary member. */
const data: ReadonlySet<string> = new Set([
  ...keywordsWith({ holds: "data" }),
  ...keywordsWith({ holds: "data[]" }),
  ...["value", "dataValue", "mapping"],
]);

/** @param uri  the location of the file: a path or a URI */
export function indexResources(root: Json, uri: string): ResourceIndex {
  const uris = new Map<string, string>();
  const anchors = new Map<string, string>();
  const note = (node: JsonObject, pointer: string, base: string): string => {
    const id = pointer === "" ? (selfOf(node) ?? node["$id"]) : node["$id"];
    const own = typeof id === "string" ? resolveUri(base, withoutFragment(id)) : base;
    if (own !== base) uris.set(pointer, own);
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const anchor = node[keyword];
      const key = typeof anchor === "string" ? `${own}#${anchor}` : undefined;
      if (key !== undefined && !anchors.has(key)) anchors.set(key, pointer);
    }
    return own;
  };
  const visit = (node: Json, pointer: string, base: string, isMap: boolean): void => {
    if (isArray(node)) {
      for (const [index, item] of node.entries()) visit(item, childPointer(pointer, index), base, false);
      return;
    }
    if (!isObject(node)) return;
    const own = isMap ? base : note(node, pointer, base);
    for (const [key, member] of Object.entries(node)) {
      if (member === undefined || (!isMap && (data.has(key) || key.startsWith("x-")))) continue;
      visit(member, childPointer(pointer, key), own, !isMap && maps.has(key));
    }
  };
  uris.set("", uri);
  visit(root, "", uri, false);
  return { uris, anchors };
}

/** Returns the nearest part at or above a pointer that has its own URI. */
export function resourceAt(index: ResourceIndex, pointer: string): { pointer: string; uri: string } {
  if (index.uris.size > 1) {
    const segments = parsePointer(pointer);
    for (let length = segments.length; length > 0; length--) {
      const above = toPointer(segments.slice(0, length));
      const uri = index.uris.get(above);
      if (uri !== undefined) return { pointer: above, uri };
    }
  }
  return { pointer: "", uri: index.uris.get("") ?? "" };
}

/**
 * Returns the `$self` of a document. https://spec.openapis.org/oas/v3.2.0.html#fixed-fields: a field of 3.2.
 */
function selfOf(root: JsonObject): string | undefined {
  const { openapi, $self } = root;
  return typeof openapi === "string" && openapi.startsWith("3.2.") && typeof $self === "string"
    ? $self
    : undefined;
}

function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/s, "");
}
