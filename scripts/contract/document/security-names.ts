// Replaces URIs in security requirements, which OpenAPI 3.2 allows, by names of components.
// https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object
import { defineMember, memberObject } from "./define-member.ts";
import type { Json, JsonObject } from "./document.ts";
import { child, isArray, isObject, parsePointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";
import type { SourceFiles } from "./source-files.ts";
import { walkDocument } from "./walk.ts";

/**
 * Changes the content of `entry` in place, before bundling; a scheme of another file becomes a component that
 * references it.
 */
export function nameSecuritySchemes(root: JsonObject, entry: SourceFile, files: SourceFiles): void {
  const named = new Map<string, string>();
  const rename = (security: Json | undefined): void => {
    if (!isArray(security)) return;
    for (const [index, requirement] of security.entries()) {
      if (!isObject(requirement) || !Object.keys(requirement).some((key) => isUri(root, key))) continue;
      const members = Object.entries(requirement).map(([key, scopes]) => {
        const name = isUri(root, key) ? (named.get(key) ?? nameOf(key)) : key;
        named.set(key, name);
        return [name, scopes];
      });
      defineMember(security, String(index), Object.fromEntries(members) as JsonObject);
    }
  };
  const nameOf = (uri: string): string => {
    const target = files.known({ ref: uri, file: entry, pointer: "" });
    const [first, section, name, ...rest] = parsePointer(target?.pointer ?? "");
    const isOwn = target?.file === entry && first === "components" && section === "securitySchemes";
    if (isOwn && name !== undefined && rest.length === 0) return name;
    const schemes = memberObject(memberObject(root, "components"), "securitySchemes");
    const plain = /[A-Za-z0-9._-]+$/.exec(uri)?.[0] ?? "scheme";
    let free = plain;
    for (let number = 2; Object.hasOwn(schemes, free); number++) free = `${plain}${number}`;
    defineMember(schemes, free, { $ref: uri });
    return free;
  };
  rename(root["security"]);
  walkDocument(root, ({ type, node }) => {
    if (type === "operation") rename(child(node, "security"));
  });
}

/** A component of the same name takes precedence over a URI. */
function isUri(root: JsonObject, key: string): boolean {
  const schemes = child(root["components"], "securitySchemes");
  return child(schemes, key) === undefined && /[#/:]/.test(key);
}
