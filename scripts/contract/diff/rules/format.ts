// Names a change of `format`.
import { changed } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const format: SchemaRule = {
  id: "format",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["format"],
  summary: "the format a string must have",
  describe: changed,
};
