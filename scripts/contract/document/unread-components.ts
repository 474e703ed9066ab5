// Rejects references to components whose only content is a reference to a URL that is not fetched;
// unreferenced ones do no harm.
import type { DocumentError, JsonObject } from "./document.ts";
import { child, isObject, localPointer, parsePointer, refOf, toPointer } from "./pointer.ts";
import { walkDocument } from "./walk.ts";

/**
 * Throws the error of the first component in `unread` that is referenced, or named by a security requirement.
 */
export function rejectUnread(root: JsonObject, unread: ReadonlyMap<string, DocumentError>): void {
  if (unread.size === 0) return;
  const use = (pointer: string | undefined): void => {
    const error = pointer === undefined ? undefined : unread.get(componentOf(pointer));
    if (error !== undefined) throw error;
  };
  const useSchemes = (security: unknown): void => {
    for (const requirement of Array.isArray(security) ? (security as unknown[]) : [])
      for (const name of Object.keys(Object(requirement) as object))
        use(toPointer(["components", "securitySchemes", name]));
  };
  useSchemes(root["security"]);
  walkDocument(root, ({ type, node }) => {
    use(localPointer(refOf(node) ?? ""));
    if (type === "operation") useSchemes(child(node, "security"));
    const mapping = type === "schema" ? child(child(node, "discriminator"), "mapping") : undefined;
    for (const ref of isObject(mapping) ? Object.values(mapping) : [])
      if (typeof ref === "string") use(localPointer(ref) ?? toPointer(["components", "schemas", ref]));
  });
}

function componentOf(pointer: string): string {
  return toPointer(parsePointer(pointer).slice(0, 3));
}
