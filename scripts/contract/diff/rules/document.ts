// Names a change that touches no exchange.
import type { Rule } from "./rule.ts";

export const document: Rule = {
  id: "document",
  direction: "both",
  area: "document",
  kind: "structure",
  summary: "a change that touches no exchange",
  describe: () => ({ action: "changed", detail: "" }),
};
