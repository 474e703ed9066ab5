// Names a deprecation.
import type { Rule } from "./rule.ts";

export const deprecated: Rule = {
  id: "deprecated",
  direction: "request",
  area: "operation",
  kind: "annotation",
  summary: "a deprecation",
  describe: ({ head }) => ({ action: head === true ? "announced" : "withdrawn", detail: "" }),
  oasdiff: ({ action }) => (action === "announced" ? "endpoint-deprecated" : "endpoint-reactivated"),
};
