// Which kinds of values a schema speaks of.
import type { JsonObject } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import { keywordsFor, vocabulary } from "../../vocabulary.ts";
import { type ValueKind, valueKinds } from "./type.ts";

const kindOfType: Readonly<Record<string, ValueKind>> = {
  ...Object.fromEntries(valueKinds.map((kind) => [kind, kind])),
  integer: "number",
};

/** What stands beside the parts of a value, or limits their number. */
const structure = (["object", "array"] as const).map((kind) => {
  const parts = keywordsFor(kind, "applicator").filter((name) => vocabulary[name].applies === "to parts");
  return [kind, [...keywordsFor(kind, "assertion"), ...parts]] as const;
});

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
