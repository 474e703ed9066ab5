// Names an answer that lost its body.
import type { Rule } from "./rule.ts";

export const bodyMissing: Rule = {
  id: "body-missing",
  direction: "response",
  area: "response",
  kind: "structure",
  summary: "an answer that lost its body",
  describe: () => ({ action: "removed", detail: "" }),
};
