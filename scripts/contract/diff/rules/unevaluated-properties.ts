// Names a change of `unevaluatedProperties`.
import { changed } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const unevaluatedProperties: SchemaRule = {
  id: "unevaluated-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["unevaluatedProperties"],
  summary: "properties that no other keyword speaks about",
  describe: changed,
  oasdiff: label({
    added: { name: "unevaluated-properties-added", on: bodies },
    removed: { name: "unevaluated-properties-removed", on: bodies },
  }),
};
