// Names a change of `type`.
import { members } from "./describe.ts";
import { everywhere, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const type: SchemaRule = {
  id: "type",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["type"],
  summary: "the JSON types that are allowed",
  describe: members,
  oasdiff: label({
    changed: { name: "type-changed", on: everywhere },
    narrowed: { name: "list-of-types-narrowed", on: everywhere },
    widened: { name: "list-of-types-widened", on: everywhere },
  }),
};
