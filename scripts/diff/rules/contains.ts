// Names a change of `contains` and `minContains` and `maxContains`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const contains: SchemaRule = {
  id: "contains",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["contains", "minContains", "maxContains"],
  summary: "the items an array must contain, and how many",
  describe: presence,
  oasdiff: label("contains-added", ["body", "property"]),
};
