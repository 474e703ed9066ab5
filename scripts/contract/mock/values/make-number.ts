// Generates numbers for schemas: the smallest valid number that is not negative, or a negative one if
// required.
import type { Json, JsonObject } from "../../document/document.ts";

/**
 * Returns a number that satisfies the schema's limits and `multipleOf` within the precision of doubles. The
 * caller validates it.
 */
export function makeNumber(schema: JsonObject, index: number): number {
  const isWhole = schema["type"] === "integer" || typesOf(schema["type"]).includes("integer");
  const step = numberIn(schema["multipleOf"]) ?? (isWhole ? 1 : undefined);
  const above = numberIn(schema["exclusiveMinimum"]);
  const least = Math.max(
    numberIn(schema["minimum"]) ?? Number.NEGATIVE_INFINITY,
    above === undefined ? Number.NEGATIVE_INFINITY : above + (step ?? Math.max(Math.abs(above) * 1e-9, 1e-9)),
  );
  const below = numberIn(schema["exclusiveMaximum"]);
  const most = Math.min(
    numberIn(schema["maximum"]) ?? Number.POSITIVE_INFINITY,
    below === undefined ? Number.POSITIVE_INFINITY : below - (step ?? Math.max(Math.abs(below) * 1e-9, 1e-9)),
  );
  const start = least > Number.NEGATIVE_INFINITY ? least : Math.min(1, most);
  const usual = start <= 1 && most >= 1 && least <= 1 ? 1 : start;
  const value = step === undefined ? usual : Math.ceil(usual / step) * step;
  const next = value + index * (step ?? 1);
  return next <= most ? next : value;
}

function numberIn(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function typesOf(type: Json | undefined): readonly Json[] {
  return Array.isArray(type) ? (type as readonly Json[]) : [];
}
