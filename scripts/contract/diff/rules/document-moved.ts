// Names a contract that is at another path.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const documentMoved: Rule = {
  id: "document-moved",
  direction: "both",
  area: "document",
  kind: "name",
  summary: "a contract that is at another path",
  describe: (change) => ({ ...changed(change), action: "renamed" }),
};
