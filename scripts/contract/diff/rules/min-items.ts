// Names a change of `minItems`.
import { bound } from "./describe.ts";
import { answers, label, requests } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const minItems: SchemaRule = {
  id: "min-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["minItems"],
  summary: "the least number of items",
  describe: bound,
  oasdiff: label({
    raised: { name: "min-items-increased", on: requests },
    lowered: { name: "min-items-decreased", on: answers },
    added: { name: "min-items-set", on: requests },
    removed: { name: "min-items-unset", on: answers },
  }),
};
