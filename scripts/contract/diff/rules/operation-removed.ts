// Names an operation that is gone.
import type { Rule } from "./rule.ts";

export const operationRemoved: Rule = {
  id: "operation-removed",
  direction: "request",
  area: "operation",
  kind: "structure",
  summary: "an operation that is gone",
  describe: () => ({ action: "removed", detail: "" }),
  oasdiff: () => "api-removed-without-deprecation",
};
