// Names how the parts of a form are written.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const encoding: Rule = {
  id: "encoding",
  direction: "both",
  area: "body",
  kind: "structure",
  summary: "how the parts of a form are written",
  describe: changed,
};
