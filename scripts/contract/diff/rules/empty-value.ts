// Names a parameter that may be sent without a value.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const emptyValue: Rule = {
  id: "empty-value",
  direction: "request",
  area: "parameter",
  kind: "constraint",
  summary: "a parameter that may be sent without a value",
  describe: changed,
};
