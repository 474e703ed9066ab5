// Names a response header that was not declared before.
import type { Rule } from "./rule.ts";

export const headerAdded: Rule = {
  id: "header-added",
  direction: "response",
  area: "header",
  kind: "structure",
  summary: "a response header that was not declared before",
  describe: () => ({ action: "added", detail: "" }),
};
