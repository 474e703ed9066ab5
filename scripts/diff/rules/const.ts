// Names a change of `const`.
import { changed, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const constRule: SchemaRule = {
  id: "const",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["const"],
  summary: "the one value that is allowed",
  describe: changed,
  oasdiff: label("const-changed", ["body", "property"]),
};
