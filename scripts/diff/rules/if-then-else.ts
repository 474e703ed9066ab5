// Names a change of `if` and `then` and `else`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const ifThenElse: SchemaRule = {
  id: "if-then-else",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["if", "then", "else"],
  summary: "what holds on a condition",
  describe: presence,
  oasdiff: label("if-added", ["body", "property"]),
};
