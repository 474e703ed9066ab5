// Names how a value is written in XML: its element or attribute, its name and namespace.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const xml: Rule = {
  id: "xml",
  direction: "both",
  area: "body",
  kind: "structure",
  summary: "the XML element or attribute that a value is written as",
  describe: changed,
};
