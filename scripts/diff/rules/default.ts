// Names a default value.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const defaultValue: Rule = {
  id: "default",
  direction: "both",
  area: "schema",
  kind: "annotation",
  summary: "a default value",
  describe: changed,
};
