// Names an operation that is new.
import type { Rule } from "./rule.ts";

export const operationAdded: Rule = {
  id: "operation-added",
  direction: "request",
  area: "operation",
  kind: "structure",
  summary: "an operation that is new",
  describe: () => ({ action: "added", detail: "" }),
  oasdiff: () => "endpoint-added",
};
