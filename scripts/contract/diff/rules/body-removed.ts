// Names a body that is no longer read.
import type { Rule } from "./rule.ts";

export const bodyRemoved: Rule = {
  id: "body-removed",
  direction: "request",
  area: "body",
  kind: "structure",
  summary: "a body that is no longer read",
  describe: () => ({ action: "removed", detail: "" }),
  oasdiff: () => "request-body-removed",
};
