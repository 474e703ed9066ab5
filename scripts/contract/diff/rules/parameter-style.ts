// Names how the values of a parameter are written.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const parameterStyle: Rule = {
  id: "parameter-style",
  direction: "request",
  area: "parameter",
  kind: "structure",
  summary: "how the values of a parameter are written",
  describe: changed,
};
