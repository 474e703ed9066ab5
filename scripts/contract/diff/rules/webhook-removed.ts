// Names a webhook or callback that is no longer sent.
import type { Rule } from "./rule.ts";

export const webhookRemoved: Rule = {
  id: "webhook-removed",
  direction: "request",
  area: "operation",
  kind: "structure",
  summary: "a webhook or callback that is no longer sent",
  describe: () => ({ action: "removed", detail: "" }),
};
