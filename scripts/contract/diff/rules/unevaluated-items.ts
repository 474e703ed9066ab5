// Names a change of `unevaluatedItems`.
import { changed } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const unevaluatedItems: SchemaRule = {
  id: "unevaluated-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["unevaluatedItems"],
  summary: "items that no other keyword speaks about",
  describe: changed,
  oasdiff: label({
    added: { name: "unevaluated-items-added", on: bodies },
    removed: { name: "unevaluated-items-removed", on: bodies },
  }),
};
