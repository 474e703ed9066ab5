// Names a change of `pattern`.
import { changed } from "./describe.ts";
import { label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const pattern: SchemaRule = {
  id: "pattern",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["pattern"],
  summary: "the regular expression a string must match",
  describe: changed,
  oasdiff: label({
    added: { name: "pattern-added", on: ["request-property", "request-parameter", "response-property"] },
    removed: { name: "pattern-removed", on: ["request-property", "request-parameter", "response-property"] },
    changed: { name: "pattern-changed", on: ["request-property", "request-parameter", "response-property"] },
  }),
};
