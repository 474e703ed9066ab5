// Names a change of `propertyNames`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const propertyNames: SchemaRule = {
  id: "property-names",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["propertyNames"],
  summary: "the names that properties may have",
  describe: presence,
  oasdiff: label("property-names-added", ["body", "property"]),
};
