// Names a change of `contains` and `minContains` and `maxContains`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const contains: SchemaRule = {
  id: "contains",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["contains", "minContains", "maxContains"],
  summary: "the items an array must contain, and how many",
  describe: presence,
  oasdiff: label({
    added: { name: "contains-added", on: bodies },
    removed: { name: "contains-removed", on: bodies },
  }),
};
