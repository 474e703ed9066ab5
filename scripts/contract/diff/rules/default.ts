// Names a default value.
import { changed } from "./describe.ts";
import { everywhere, label } from "./oasdiff-label.ts";
import type { Rule } from "./rule.ts";

export const defaultValue: Rule = {
  id: "default",
  direction: "both",
  area: "schema",
  kind: "annotation",
  summary: "a default value",
  describe: changed,
  oasdiff: label({
    added: { name: "default-value-added", on: everywhere },
    removed: { name: "default-value-removed", on: everywhere },
    changed: { name: "default-value-changed", on: everywhere },
  }),
};
