// Names the tags of an operation.
import { members } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const tags: Rule = {
  id: "tags",
  direction: "request",
  area: "operation",
  kind: "name",
  summary: "the tags of an operation",
  describe: members,
  oasdiff: () => "api-tag-removed",
};
