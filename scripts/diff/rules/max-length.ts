// Names a change of `maxLength`.
import { bound, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const maxLength: SchemaRule = {
  id: "max-length",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maxLength"],
  summary: "the greatest number of characters",
  describe: bound,
  oasdiff: label("max-length-decreased"),
};
