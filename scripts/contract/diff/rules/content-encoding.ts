// Names what a string holds.
import { changed } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { Rule } from "./rule.ts";

export const contentEncoding: Rule = {
  id: "content-encoding",
  direction: "both",
  area: "schema",
  kind: "annotation",
  summary: "what a string holds",
  describe: changed,
  oasdiff: label({
    changed: { name: "content-encoding-changed", on: bodies },
  }),
};
