// The references in one object of a document: `$ref`, `$dynamicRef`, and those of a discriminator's
// `mapping`.
import type { JsonObject } from "./document.ts";
import { childPointer, isObject, refOf } from "./pointer.ts";
import type { Reference } from "./reference.ts";
import type { SourceFile } from "./source-file.ts";
import { pointerOf, type Visit } from "./walk.ts";

/** The position of an object, in the bundle and in its file. */
type Placed = Omit<Reference, "ref" | "key" | "type">;

/** @param writtenBase  the pointer, in its file, of what is at the base of the visit */
export function placed(visit: Visit, holder: JsonObject, file: SourceFile, writtenBase: string): Placed {
  const pointer = pointerOf(visit);
  return { holder, pointer, file, writtenAt: writtenBase + pointer.slice(visit.base.length) };
}

/**
 * In the order in which they are resolved; without those of `$ref` and `mapping` that are skipped, whose
 * pointers are not computed. `operationRef` of a link is not among them.
 */
export function referencesAt(
  visit: Visit,
  node: JsonObject,
  from: {
    readonly file: SourceFile;
    readonly writtenBase: string;
    skips(holder: JsonObject, ref: string): boolean;
  },
): readonly Reference[] {
  const { file, writtenBase } = from;
  const { type } = visit;
  const found: Reference[] = [];
  const { discriminator, $dynamicRef } = type === "schema" ? node : {};
  // https://spec.openapis.org/oas/v3.1.1.html#discriminator-object: `mapping` has references, or names of schemas.
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  if (isObject(mapping)) {
    const at = placed(visit, mapping, file, writtenBase);
    const path = ["discriminator", "mapping"];
    const inside = {
      pointer: childPointer(at.pointer, ...path),
      writtenAt: childPointer(at.writtenAt, ...path),
    };
    for (const [key, ref] of Object.entries(mapping)) {
      if (typeof ref === "string" && /[#/]|\.(json|ya?ml)$/.test(ref) && !from.skips(mapping, ref))
        found.push({ ...at, ...inside, key, ref, type: "schema" });
    }
  }
  if (typeof $dynamicRef === "string")
    found.push({ ...placed(visit, node, file, writtenBase), key: "$dynamicRef", ref: $dynamicRef, type });
  const ref = refOf(node);
  if (ref !== undefined && !from.skips(node, ref))
    found.push({ ...placed(visit, node, file, writtenBase), key: "$ref", ref, type });
  return found;
}
