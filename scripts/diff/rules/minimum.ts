// Names a change of `minimum` and `exclusiveMinimum`.
import { bound, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const minimum: SchemaRule = {
  id: "minimum",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minimum", "exclusiveMinimum"],
  summary: "the least number allowed",
  describe: bound,
  oasdiff: label("min-increased"),
};
