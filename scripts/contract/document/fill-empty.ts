// Replaces null values of fields that must be maps or lists: `content:` alone on a line is null in YAML, but
// its author means an empty map.
import { defineMember } from "./define-member.ts";
import type { JsonObject } from "./document.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/**
 * Fields with single objects that may be empty. Other fields with null lack a value by mistake, or null is
 * meaningful (`security`, a schema).
 */
const mayBeEmpty: ReadonlySet<string> = new Set([
  "paths",
  "responses",
  "components",
  "callback",
  "mediaType",
]);

/** Replaces each of them with an empty map or list in place, and returns their pointers. */
export function fillEmpty(root: JsonObject): string[] {
  const found: Visit[] = [];
  walkDocument(root, (visit) => {
    if (visit.node === null && canBeEmpty(visit.type)) found.push(visit);
  });
  return found.flatMap((visit) => {
    const parent = visit.up?.node;
    if (typeof parent !== "object" || parent === null) return [];
    defineMember(parent, visit.key, visit.type.endsWith("[]") ? [] : {});
    return [pointerOf(visit)];
  });
}

function canBeEmpty(type: string): boolean {
  return mayBeEmpty.has(type) || type.endsWith("{}") || type === "parameter[]";
}
