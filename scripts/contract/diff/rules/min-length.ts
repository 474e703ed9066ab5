// Names a change of `minLength`.
import { bound } from "./describe.ts";
import { everywhere, label, requests } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const minLength: SchemaRule = {
  id: "min-length",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minLength"],
  summary: "the least number of characters",
  describe: bound,
  oasdiff: label({
    raised: { name: "min-length-increased", on: requests },
    lowered: { name: "min-length-decreased", on: everywhere },
  }),
};
