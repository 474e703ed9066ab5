// Names a status that was not listed before.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const statusAdded: Rule = {
  id: "status-added",
  direction: "response",
  area: "response",
  kind: "structure",
  summary: "a status that was not listed before",
  describe: changed,
  oasdiff: () => "response-non-success-status-added",
};
