// Names a parameter that is new and may be left out.
import type { Rule } from "./rule.ts";

export const parameterAdded: Rule = {
  id: "parameter-added",
  direction: "request",
  area: "parameter",
  kind: "structure",
  summary: "a parameter that is new and may be left out",
  describe: () => ({ action: "added", detail: "" }),
};
