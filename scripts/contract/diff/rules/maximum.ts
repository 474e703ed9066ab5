// Names a change of `maximum` and `exclusiveMaximum`.
import { bound } from "./describe.ts";
import { everywhere, label, requests } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const maximum: SchemaRule = {
  id: "maximum",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maximum", "exclusiveMaximum"],
  summary: "the greatest number allowed",
  describe: bound,
  oasdiff: label({
    raised: { name: "max-increased", on: everywhere },
    lowered: { name: "max-decreased", on: requests },
    added: { name: "max-set", on: requests },
  }),
};
