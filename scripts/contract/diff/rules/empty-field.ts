// Names a field with nothing behind it.
import type { Rule } from "./rule.ts";

export const emptyField: Rule = {
  id: "empty-field",
  direction: "both",
  area: "document",
  kind: "structure",
  summary: "a field with nothing behind it, read as empty",
  describe: ({ base, head }) => {
    const where = base === undefined ? "head" : head === undefined ? "base" : "both documents";
    return { action: "changed", detail: `nothing is written there: read as empty in ${where}` };
  },
};
