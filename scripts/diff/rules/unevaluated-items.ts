// Names a change of `unevaluatedItems`.
import { changed, label } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const unevaluatedItems: SchemaRule = {
  id: "unevaluated-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["unevaluatedItems"],
  summary: "items that no other keyword speaks about",
  describe: changed,
  oasdiff: label("unevaluated-items-added", ["body", "property"]),
};
