// Names values that were announced as open.
import { members } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const extensibleEnum: Rule = {
  id: "extensible-enum",
  direction: "both",
  area: "schema",
  kind: "annotation",
  summary: "values that were announced as open",
  describe: members,
};
