// Which kinds of values a schema speaks of.
import type { JsonObject } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import { type ValueKind, valueKinds } from "./type.ts";

const kindOfType: Readonly<Record<string, ValueKind>> = {
  ...Object.fromEntries(valueKinds.map((kind) => [kind, kind])),
  integer: "number",
};

const structure: readonly (readonly [ValueKind, readonly string[]])[] = [
  [
    "object",
    "properties required additionalProperties patternProperties propertyNames minProperties maxProperties dependentRequired unevaluatedProperties".split(
      " ",
    ),
  ],
  ["array", "items prefixItems minItems maxItems uniqueItems contains unevaluatedItems".split(" ")],
];

/**
 * By `type`. Without it, a schema that says what objects or lists hold means objects or lists: JSON Schema would take anything
 * else as well, which nobody means who writes it.
 */
export function kindsIn(node: JsonObject): readonly ValueKind[] {
  const { type } = node;
  if (typeof type === "string") return kindOfType[type] === undefined ? [] : [kindOfType[type]];
  if (isArray(type))
    return [...new Set(type.flatMap((one) => (typeof one === "string" ? (kindOfType[one] ?? []) : [])))];
  const meant = structure.filter(([, keywords]) => keywords.some((keyword) => keyword in node));
  return meant.length === 0 ? valueKinds : meant.map(([kind]) => kind);
}
