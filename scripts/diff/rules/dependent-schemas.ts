// Names a change of `dependentSchemas`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const dependentSchemas: SchemaRule = {
  id: "dependent-schemas",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["dependentSchemas"],
  summary: "schemas that a property brings into force",
  describe: presence,
  oasdiff: label("dependent-schema-added", ["body", "property"]),
};
