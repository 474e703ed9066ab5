// Names a header that an answer always had.
import type { Rule } from "./rule.ts";

export const headerRequired: Rule = {
  id: "header-required",
  direction: "response",
  area: "header",
  kind: "constraint",
  summary: "a header that an answer always had",
  describe: ({ head }) => ({ action: head === undefined ? "removed" : "optional", detail: "" }),
  oasdiff: ({ action }) =>
    action === "removed" ? "required-response-header-removed" : "response-header-became-optional",
};
