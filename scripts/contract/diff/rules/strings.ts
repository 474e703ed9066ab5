// Rules about the keywords of strings.
import { bound, changed } from "./describe.ts";
import { responses, bodies, everywhere, label, requests } from "./oasdiff-label.ts";
import { rulesOf, schemaRules } from "./rule.ts";

/** The rules by id. */
export const strings = {
  ...schemaRules({
    format: {
      kind: "constraint",
      keywords: ["format"],
      summary: "the format a string must have",
      describe: changed,
    },
    "max-length": {
      kind: "constraint",
      keywords: ["maxLength"],
      summary: "the greatest number of characters",
      describe: bound,
      oasdiff: label({
        raised: { name: "max-length-increased", on: everywhere },
        lowered: { name: "max-length-decreased", on: requests },
        added: { name: "max-length-set", on: requests },
        removed: { name: "max-length-unset", on: responses },
      }),
    },
    "min-length": {
      kind: "constraint",
      keywords: ["minLength"],
      summary: "the least number of characters",
      describe: bound,
      oasdiff: label({
        raised: { name: "min-length-increased", on: requests },
        lowered: { name: "min-length-decreased", on: everywhere },
      }),
    },
    pattern: {
      kind: "constraint",
      keywords: ["pattern"],
      summary: "the regular expression a string must match",
      describe: changed,
      oasdiff: label({
        added: { name: "pattern-added", on: ["request-property", "request-parameter", "response-property"] },
        removed: {
          name: "pattern-removed",
          on: ["request-property", "request-parameter", "response-property"],
        },
        changed: {
          name: "pattern-changed",
          on: ["request-property", "request-parameter", "response-property"],
        },
      }),
    },
  }),
  ...rulesOf(
    { direction: "both", area: "schema", kind: "annotation" },
    {
      "content-encoding": {
        summary: "the media type or encoding of a string",
        describe: changed,
        oasdiff: label({
          changed: { name: "content-encoding-changed", on: bodies },
        }),
      },
    },
  ),
};
