// JSON Pointers (RFC 6901) as this project names every place in a document, and local `$ref`s, which are pointers too.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { ExactNumber } from "./exact-number.ts";

/** A node together with the pointer under which the document holds it. */
export interface Located<T extends Json = Json> {
  readonly pointer: string;
  readonly node: T;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !((value as object) instanceof ExactNumber)
  );
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** `["paths", "/pools", 0]` → `/paths/~1pools/0`; no segments → `""`, the whole document. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join("");
}

/** A pointer one or more segments below another: `childPointer("/paths", "/pools")` → `/paths/~1pools`. */
export function childPointer(pointer: string, ...segments: readonly (string | number)[]): string {
  return pointer + toPointer(segments);
}

/** `/paths/~1pools` → `["paths", "/pools"]`. Throws a RangeError for what is no pointer. */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new RangeError(`"${pointer}" is not a JSON pointer`);
  return pointer.slice(1).split("/").map(unescapeSegment);
}

/** The node at a pointer, or undefined when there is none. Inherited names such as `constructor` are not nodes. */
export function resolvePointer(root: Json, pointer: string): Json | undefined {
  let node: Json | undefined = root;
  for (const segment of parsePointer(pointer)) {
    node = child(node, segment);
    if (node === undefined) return undefined;
  }
  return node;
}

/** One step down: a member of an object, or an item of an array (RFC 6901, section 4: no leading zeros). */
export function child(node: Json | undefined, segment: string): Json | undefined {
  if (isArray(node)) return /^(0|[1-9][0-9]*)$/.test(segment) ? node[Number(segment)] : undefined;
  return isObject(node) && Object.hasOwn(node, segment) ? node[segment] : undefined;
}

/** `#/components/schemas/A%20b` → `/components/schemas/A b` (RFC 6901, section 6); undefined for other references. */
export function localPointer(ref: string): string | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined;
  }
}

/** The `$ref` that names a pointer, percent-encoded as a URI fragment needs it. */
export function toRef(pointer: string): string {
  // RFC 3986, section 3.5: what a fragment may hold unencoded. `~` and `/` among them, `%` and blanks not.
  return `#${encodeURI(pointer).replaceAll("#", "%23").replaceAll("[", "%5B").replaceAll("]", "%5D")}`;
}

/** The `$ref` of a node that has one. */
export function refOf(node: Json | undefined): string | undefined {
  if (!isObject(node) || !Object.hasOwn(node, "$ref")) return undefined;
  return typeof node["$ref"] === "string" ? node["$ref"] : undefined;
}

/**
 * Follows the local `$ref` at a place, through any number of further ones, to what they name. A node without a `$ref`
 * is its own target; keywords beside a `$ref` (JSON Schema allows them) stay behind.
 *
 * Throws a DocumentError for a reference that leads nowhere or in a circle; a document read by `readDocument` has none.
 */
export function follow(root: JsonObject, place: Located): Located {
  const seen = new Set<string>();
  let { pointer, node } = place;
  for (let ref = refOf(node); ref !== undefined; ref = refOf(node)) {
    const target = localPointer(ref);
    const next = target === undefined ? undefined : resolvePointer(root, target);
    if (target === undefined || next === undefined || seen.has(target)) {
      throw new DocumentError(`$ref ${JSON.stringify(ref)} at ${place.pointer} leads nowhere`, {
        fix: "let the reference name something in the document",
      });
    }
    seen.add(target);
    pointer = target;
    node = next;
  }
  return { pointer, node };
}

/** The node that a node's `$ref` leads to, or the node itself. See `follow`, which also tells where that is. */
export function deref(root: JsonObject, node: Json): Json {
  return follow(root, { pointer: "", node }).node;
}

/** A key as a segment of a pointer (RFC 6901, section 3). */
export function escapeSegment(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The key that a segment of a pointer stands for. */
export function unescapeSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
