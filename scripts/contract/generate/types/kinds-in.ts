// Determines which kinds of values a schema describes.
import type { JsonObject } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import { keywordsFor, vocabulary } from "../../vocabulary.ts";
import { type ValueKind, valueKinds } from "./type.ts";

const kindOfType: Readonly<Record<string, ValueKind>> = {
  ...Object.fromEntries(valueKinds.map((kind) => [kind, kind])),
  integer: "number",
};

/** Keywords that describe or count the members of objects and arrays. */
const structure = (["object", "array"] as const).map((kind) => {
  const parts = keywordsFor(kind, "applicator").filter((name) => vocabulary[name].applies === "to parts");
  return [kind, [...keywordsFor(kind, "assertion"), ...parts]] as const;
});

/**
 * Returns the kinds by `type`. Without it, a schema with keywords for objects or arrays means objects or
 * arrays: JSON Schema would accept any other value as well, which authors do not intend.
 */
export function kindsIn(node: JsonObject): readonly ValueKind[] {
  const { type } = node;
  if (typeof type === "string") return kindOfType[type] === undefined ? [] : [kindOfType[type]];
  if (isArray(type))
    return [...new Set(type.flatMap((one) => (typeof one === "string" ? (kindOfType[one] ?? []) : [])))];
  const meant = structure.filter(([, keywords]) => keywords.some((keyword) => keyword in node));
  return meant.length === 0 ? valueKinds : meant.map(([kind]) => kind);
}
