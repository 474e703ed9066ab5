// Names the date an operation ends.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const sunset: Rule = {
  id: "sunset",
  direction: "request",
  area: "operation",
  kind: "annotation",
  summary: "the date an operation ends",
  describe: changed,
  oasdiff: () => "api-sunset-date-changed-too-small",
};
