// Names a change of `unevaluatedProperties`.
import { changed, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const unevaluatedProperties: SchemaRule = {
  id: "unevaluated-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["unevaluatedProperties"],
  summary: "properties that no other keyword speaks about",
  describe: changed,
  oasdiff: label("unevaluated-properties-added", ["body", "property"]),
};
