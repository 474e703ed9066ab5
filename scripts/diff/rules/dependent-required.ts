// Names a change of `dependentRequired`.
import { changed, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const dependentRequired: SchemaRule = {
  id: "dependent-required",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["dependentRequired"],
  summary: "properties that others make necessary",
  describe: changed,
  oasdiff: label("dependent-required-changed", ["body", "property"]),
};
