// Names a change of `maxLength`.
import { bound } from "./describe.ts";
import { answers, everywhere, label, requests } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const maxLength: SchemaRule = {
  id: "max-length",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["maxLength"],
  summary: "the greatest number of characters",
  describe: bound,
  oasdiff: label({
    raised: { name: "max-length-increased", on: everywhere },
    lowered: { name: "max-length-decreased", on: requests },
    added: { name: "max-length-set", on: requests },
    removed: { name: "max-length-unset", on: answers },
  }),
};
