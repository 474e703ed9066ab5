// Names a change of `maximum` and `exclusiveMaximum`.
import { bound, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const maximum: SchemaRule = {
  id: "maximum",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maximum", "exclusiveMaximum"],
  summary: "the greatest number allowed",
  describe: bound,
  oasdiff: label("max-decreased"),
};
