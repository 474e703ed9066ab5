// Names a request body that is new and may be left out.
import type { Rule } from "./rule.ts";

export const bodyAdded: Rule = {
  id: "body-added",
  direction: "request",
  area: "body",
  kind: "structure",
  summary: "a request body that is new and may be left out",
  describe: () => ({ action: "added", detail: "" }),
};
