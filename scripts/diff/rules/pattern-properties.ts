// Names a change of `patternProperties`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const patternProperties: SchemaRule = {
  id: "pattern-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["patternProperties"],
  summary: "properties whose names match a pattern",
  describe: presence,
  oasdiff: label("pattern-property-added", ["body", "property"]),
};
