// Names a change of `patternProperties`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const patternProperties: SchemaRule = {
  id: "pattern-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["patternProperties"],
  summary: "properties whose names match a pattern",
  describe: presence,
  oasdiff: label({
    added: { name: "pattern-property-added", on: bodies },
    removed: { name: "pattern-property-removed", on: bodies },
  }),
};
