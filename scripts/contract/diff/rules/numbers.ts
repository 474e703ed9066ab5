// Rules about the keywords of numbers.
import { bound, changed } from "./describe.ts";
import { everywhere, label, requests } from "./oasdiff-label.ts";
import { schemaRules } from "./rule.ts";

/** The rules by id. */
export const numbers = schemaRules({
  maximum: {
    kind: "constraint",
    keywords: ["maximum", "exclusiveMaximum"],
    summary: "the greatest number allowed",
    describe: bound,
    oasdiff: label({
      raised: { name: "max-increased", on: everywhere },
      lowered: { name: "max-decreased", on: requests },
      added: { name: "max-set", on: requests },
    }),
  },
  minimum: {
    kind: "constraint",
    keywords: ["minimum", "exclusiveMinimum"],
    summary: "the least number allowed",
    describe: bound,
    oasdiff: label({
      raised: { name: "min-increased", on: requests },
      lowered: { name: "min-decreased", on: everywhere },
      added: { name: "min-set", on: requests },
    }),
  },
  "multiple-of": {
    kind: "constraint",
    keywords: ["multipleOf"],
    summary: "the number that values must be multiples of",
    describe: changed,
  },
});
