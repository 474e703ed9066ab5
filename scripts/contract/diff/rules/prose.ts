// Names a summary or description.
import type { Rule } from "./rule.ts";

export const prose: Rule = {
  id: "prose",
  direction: "both",
  area: "document",
  kind: "annotation",
  summary: "a summary or description",
  describe: () => ({ action: "changed", detail: "" }),
};
