// Fields of a document with nothing behind them: `content:` alone on a line is null to YAML, and an empty map to whoever wrote it.
import { defineMember } from "./define-member.ts";
import type { JsonObject } from "./document.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/** Single objects that may be empty. What else is null was forgotten, or means something (`security`, a schema). */
const mayBeEmpty: ReadonlySet<string> = new Set([
  "paths",
  "responses",
  "components",
  "callback",
  "mediaType",
]);

/** Makes each of them an empty map or list, where the document stands, and tells their pointers. */
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
