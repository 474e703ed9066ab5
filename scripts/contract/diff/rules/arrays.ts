// Rules about the keywords of arrays.
import { bound, changed, presence } from "./describe.ts";
import { responses, bodies, label, requests } from "./oasdiff-label.ts";
import { schemaRules } from "./rule.ts";

/** The rules by id. */
export const arrays = schemaRules({
  contains: {
    kind: "constraint",
    keywords: ["contains", "minContains", "maxContains"],
    summary: "the items an array must contain, and how many",
    describe: presence,
    oasdiff: label({
      added: { name: "contains-added", on: bodies },
      removed: { name: "contains-removed", on: bodies },
    }),
  },
  items: {
    kind: "constraint",
    keywords: ["items", "prefixItems"],
    summary: "items that are allowed",
    describe: presence,
  },
  "max-items": {
    kind: "constraint",
    keywords: ["maxItems"],
    summary: "the greatest number of items",
    describe: bound,
    oasdiff: label({
      raised: { name: "max-items-increased", on: ["request-parameter"] },
      lowered: { name: "max-items-decreased", on: ["request-parameter"] },
    }),
  },
  "min-items": {
    kind: "constraint",
    keywords: ["minItems"],
    summary: "the least number of items",
    describe: bound,
    oasdiff: label({
      raised: { name: "min-items-increased", on: requests },
      lowered: { name: "min-items-decreased", on: responses },
      added: { name: "min-items-set", on: requests },
      removed: { name: "min-items-unset", on: responses },
    }),
  },
  "unevaluated-items": {
    kind: "constraint",
    keywords: ["unevaluatedItems"],
    summary: "items that no other keyword applies to",
    describe: changed,
    oasdiff: label({
      added: { name: "unevaluated-items-added", on: bodies },
      removed: { name: "unevaluated-items-removed", on: bodies },
    }),
  },
  "unique-items": {
    kind: "constraint",
    keywords: ["uniqueItems"],
    summary: "whether items must be unique",
    describe: changed,
  },
});
