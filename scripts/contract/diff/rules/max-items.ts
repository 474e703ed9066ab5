// Names a change of `maxItems`.
import { bound } from "./describe.ts";
import { label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const maxItems: SchemaRule = {
  id: "max-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maxItems"],
  summary: "the greatest number of items",
  describe: bound,
  oasdiff: label({
    raised: { name: "max-items-increased", on: ["request-parameter"] },
    lowered: { name: "max-items-decreased", on: ["request-parameter"] },
  }),
};
