// Names a change of `maxProperties`.
import { bound } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const maxProperties: SchemaRule = {
  id: "max-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maxProperties"],
  summary: "the greatest number of properties",
  describe: bound,
};
