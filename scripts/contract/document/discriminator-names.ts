// Resolves the values of a discriminator property to the branches of a union (OpenAPI 3.1, section 4.8.25).
import type { Json, JsonObject } from "./document.ts";
import { isObject, localPointer, parsePointer } from "./pointer.ts";

/**
 * Returns the values of the discriminator property that select the schema at `pointer`: those mapped to it,
 * or else its own name.
 */
export function namesOfBranch(discriminator: JsonObject, pointer: string): string[] {
  const mapping = isObject(discriminator["mapping"]) ? Object.entries(discriminator["mapping"]) : [];
  const mapped = mapping.filter(([, target]) => leadsTo(target, pointer)).map(([text]) => text);
  return mapped.length > 0 ? mapped : [parsePointer(pointer).at(-1) ?? ""];
}

/** Returns true if the mapping names the schema at `pointer`. */
export function isNamed(discriminator: JsonObject, pointer: string): boolean {
  const { mapping } = discriminator;
  return isObject(mapping) && Object.values(mapping).some((target) => leadsTo(target, pointer));
}

/**
 * Returns true if `target`, a reference or schema name of a mapping or of `defaultMapping` (OpenAPI 3.2), is
 * the schema at `pointer`.
 */
export function leadsTo(target: Json | undefined, pointer: string): boolean {
  return typeof target === "string" && (localPointer(target) ?? `/components/schemas/${target}`) === pointer;
}
