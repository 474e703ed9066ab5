// Keywords in another form of the same meaning, for Ajv: it loses evaluated properties beside some of them, and
// ignores one name.
import type { Json, JsonObject } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { isKnownFormat, numberFormat } from "./formats.ts";
import { formatOfNumbers } from "./number-keywords.ts";

const proto = "__proto__";

/** Ajv passes over the name and the pattern `__proto__`: both are written as another pattern of the same language. */
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

/** Separate schemas for lists of branches: Ajv loses what `$ref` evaluated where a branch beside it does not apply. */
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

/** Ajv forgets what was evaluated where the property of a `dependentSchemas` is missing, so each becomes a condition. */
export function dependentApart(written: Record<string, Json>): Json[] {
  const { dependentSchemas } = written;
  delete written["dependentSchemas"];
  if (!isObject(dependentSchemas)) return [];
  return Object.entries(dependentSchemas).map(([name, then = true]) => ({
    if: { type: "object", required: [name] },
    then,
  }));
}

/** Formats of numbers have a keyword of their own; unknown formats are dropped. */
export function formatKeyword(format: string | undefined): JsonObject {
  if (!isKnownFormat(format)) return {};
  return numberFormat(format) ? { [formatOfNumbers]: format } : { format };
}
