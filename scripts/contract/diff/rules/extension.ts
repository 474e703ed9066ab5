// Names a change of an extension that the command line asks for.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const extension: Rule = {
  id: "extension",
  direction: "both",
  area: "document",
  kind: "annotation",
  summary: "a change of an extension that was asked for",
  describe: changed,
};
