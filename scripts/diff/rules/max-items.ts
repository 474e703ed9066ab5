// Names a change of `maxItems`.
import { bound, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const maxItems: SchemaRule = {
  id: "max-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maxItems"],
  summary: "the greatest number of items",
  describe: bound,
  oasdiff: label("max-items-decreased", ["parameter"]),
};
