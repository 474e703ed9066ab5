// Names a change of `minimum` and `exclusiveMinimum`.
import { bound } from "./describe.ts";
import { everywhere, label, requests } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const minimum: SchemaRule = {
  id: "minimum",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minimum", "exclusiveMinimum"],
  summary: "the least number allowed",
  describe: bound,
  oasdiff: label({
    raised: { name: "min-increased", on: requests },
    lowered: { name: "min-decreased", on: everywhere },
    added: { name: "min-set", on: requests },
  }),
};
