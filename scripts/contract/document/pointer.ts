// JSON Pointers (RFC 6901), which name every location in a document, and local `$ref`s, which are pointers as
// URI fragments.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { ExactNumber } from "./exact-number.ts";

/** A node together with its pointer in the document. */
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

/** Appends segments to a pointer: `childPointer("/paths", "/pools")` → `/paths/~1pools`. */
export function childPointer(pointer: string, ...segments: readonly (string | number)[]): string {
  return pointer + toPointer(segments);
}

/**
 * `/paths/~1pools` → `["paths", "/pools"]`.
 *
 * @throws RangeError for a text that is not a JSON Pointer
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new RangeError(`"${pointer}" is not a JSON pointer`);
  return pointer.slice(1).split("/").map(unescapeSegment);
}

/**
 * Returns the node at a pointer; undefined if there is none. Inherited names such as `constructor` are not
 * nodes.
 */
export function resolvePointer(root: Json, pointer: string): Json | undefined {
  let node: Json | undefined = root;
  for (const segment of parsePointer(pointer)) {
    node = child(node, segment);
    if (node === undefined) return undefined;
  }
  return node;
}

/** Returns a member of an object, or an item of an array (RFC 6901, section 4: no leading zeros). */
export function child(node: Json | undefined, segment: string): Json | undefined {
  if (isArray(node)) return /^(0|[1-9][0-9]*)$/.test(segment) ? node[Number(segment)] : undefined;
  return isObject(node) && Object.hasOwn(node, segment) ? node[segment] : undefined;
}

/**
 * `#/components/schemas/A%20b` → `/components/schemas/A b` (RFC 6901, section 6); undefined for other
 * references.
 */
export function localPointer(ref: string): string | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined;
  }
}

/** Returns the `$ref` for a pointer, percent-encoded as a URI fragment. */
export function toRef(pointer: string): string {
  // encodeURI leaves the characters that a fragment may contain (RFC 3986, section 3.5), such as `~` and `/`,
  // and encodes others, such as `%` and spaces.
  return `#${encodeURI(pointer).replaceAll("#", "%23").replaceAll("[", "%5B").replaceAll("]", "%5D")}`;
}

/** Returns the `$ref` of a node; undefined if it has none. */
export function refOf(node: Json | undefined): string | undefined {
  if (!isObject(node) || !Object.hasOwn(node, "$ref")) return undefined;
  return typeof node["$ref"] === "string" ? node["$ref"] : undefined;
}

/**
 * Follows the local `$ref` at a location, through any number of further ones, to its target. A node without a
 * `$ref` is its own target; keywords beside a `$ref` (JSON Schema allows them) are not merged.
 *
 * @throws DocumentError for an unresolvable or circular reference; a document read by `readDocument` has none
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

/** Returns the target of a node's `$ref`, or the node itself. `follow` also returns the target's location. */
export function deref(root: JsonObject, node: Json): Json {
  return follow(root, { pointer: "", node }).node;
}

/** Escapes a key as a segment of a pointer (RFC 6901, section 3). */
export function escapeSegment(segment: string): string {
  // Most segments have neither, and every walk escapes thousands.
  return /[~/]/.test(segment) ? segment.replaceAll("~", "~0").replaceAll("/", "~1") : segment;
}

/** Unescapes a segment of a pointer to its key. */
export function unescapeSegment(segment: string): string {
  return segment.includes("~") ? segment.replaceAll("~1", "/").replaceAll("~0", "~") : segment;
}
