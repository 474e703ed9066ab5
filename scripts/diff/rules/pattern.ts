// Names a change of `pattern`.
import { changed, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const pattern: SchemaRule = {
  id: "pattern",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["pattern"],
  summary: "the regular expression a string must match",
  describe: changed,
  oasdiff: label("pattern-changed", ["property", "parameter"]),
};
