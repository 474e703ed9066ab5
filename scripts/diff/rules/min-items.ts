// Names a change of `minItems`.
import { bound, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const minItems: SchemaRule = {
  id: "min-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minItems"],
  summary: "the least number of items",
  describe: bound,
  oasdiff: label("min-items-increased"),
};
