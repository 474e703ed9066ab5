// bounded-strings: a string without a maximum length obliges the API to accept and store gigabytes.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

/** Formats whose strings are short by definition. */
const boundedFormats = new Set(["date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6"]);

const bounds = ["maxLength", "pattern", "enum", "const"];

export const boundedStrings: Rule = {
  id: "bounded-strings",
  summary: "Every string has a maxLength, a pattern, an enum, a const or a format that bounds it.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      if (!allowsStrings(node["type"]) || isBounded(node)) continue;
      yield { pointer, message: "a string of any length: give it a maxLength, a pattern or an enum" };
    }
  },
};

function allowsStrings(type: Json | undefined): boolean {
  return type === "string" || (isArray(type) && type.includes("string"));
}

function isBounded(schema: JsonObject): boolean {
  const { format } = schema;
  return (
    bounds.some((name) => schema[name] !== undefined) ||
    (typeof format === "string" && boundedFormats.has(format))
  );
}
