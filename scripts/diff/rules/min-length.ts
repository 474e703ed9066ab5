// Names a change of `minLength`.
import { bound, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const minLength: SchemaRule = {
  id: "min-length",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minLength"],
  summary: "the least number of characters",
  describe: bound,
  oasdiff: label("min-length-increased"),
};
