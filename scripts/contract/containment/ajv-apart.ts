// Rewrites keywords into equivalent forms for Ajv, which loses evaluated properties beside some keywords and
// ignores the property name `__proto__`.
import type { Json, JsonObject } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { isKnownFormat, numberFormat } from "./formats.ts";
import { formatOfNumbers } from "./number-keywords.ts";

const proto = "__proto__";

/**
 * Rewrites the name and the pattern `__proto__`, which Ajv ignores, as another pattern of the same language.
 */
export function nameProto(written: Record<string, Json>): void {
  const properties = new Map(Object.entries((written["properties"] ?? {}) as JsonObject));
  const patterns = new Map(Object.entries((written["patternProperties"] ?? {}) as JsonObject));
  for (const [named, pattern] of [
    [properties, `^(?:${proto})$`],
    [patterns, `(?:${proto})`],
  ] as const) {
    const schema = named.get(proto);
    if (schema === undefined) continue;
    named.delete(proto);
    patterns.set(pattern, schema);
    written["properties"] = Object.fromEntries(properties);
    written["patternProperties"] = Object.fromEntries(patterns);
  }
}

/**
 * Returns a separate schema for each list of branches: Ajv loses what `$ref` evaluated if a branch beside it
 * does not apply.
 */
export function branchesApart(written: Record<string, Json>): Json[] {
  const { anyOf, oneOf, if: condition, then = true, else: otherwise = true } = written;
  delete written["anyOf"];
  delete written["oneOf"];
  delete written["if"];
  delete written["then"];
  delete written["else"];
  return [
    ...(anyOf === undefined ? [] : [{ anyOf }]),
    ...(oneOf === undefined ? [] : [{ oneOf }]),
    ...(condition === undefined ? [] : [{ if: condition, then, else: otherwise }]),
  ];
}

/**
 * Rewrites each entry of `dependentSchemas` as a condition: Ajv forgets evaluated properties if the property
 * that triggers an entry is missing.
 */
export function dependentApart(written: Record<string, Json>): Json[] {
  const { dependentSchemas } = written;
  delete written["dependentSchemas"];
  if (!isObject(dependentSchemas)) return [];
  return Object.entries(dependentSchemas).map(([name, then = true]) => ({
    if: { type: "object", required: [name] },
    then,
  }));
}

/** Moves number formats into a keyword of their own and drops unknown formats. */
export function formatKeyword(format: string | undefined): JsonObject {
  if (!isKnownFormat(format)) return {};
  return numberFormat(format) ? { [formatOfNumbers]: format } : { format };
}
