// Names a change of `minProperties`.
import { bound } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const minProperties: SchemaRule = {
  id: "min-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minProperties"],
  summary: "the least number of properties",
  describe: bound,
};
