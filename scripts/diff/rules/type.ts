// Names a change of `type`.
import { label, members } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const type: SchemaRule = {
  id: "type",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["type"],
  summary: "the JSON types that are allowed",
  describe: members,
  oasdiff: label("type-changed"),
};
