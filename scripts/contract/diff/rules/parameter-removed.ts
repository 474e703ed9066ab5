// Names a parameter that is no longer read.
import type { Rule } from "./rule.ts";

export const parameterRemoved: Rule = {
  id: "parameter-removed",
  direction: "request",
  area: "parameter",
  kind: "structure",
  summary: "a parameter that is no longer read",
  describe: () => ({ action: "removed", detail: "" }),
  oasdiff: () => "request-parameter-removed",
};
