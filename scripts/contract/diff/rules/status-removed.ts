// Names a success status that is no longer answered.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const statusRemoved: Rule = {
  id: "status-removed",
  direction: "response",
  area: "response",
  kind: "structure",
  summary: "a success status that is no longer answered",
  describe: changed,
  oasdiff: () => "response-success-status-removed",
};
