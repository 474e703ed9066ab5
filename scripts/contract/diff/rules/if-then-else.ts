// Names a change of `if` and `then` and `else`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const ifThenElse: SchemaRule = {
  id: "if-then-else",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["if", "then", "else"],
  summary: "what holds on a condition",
  describe: presence,
  oasdiff: label({
    added: { name: "if-added", on: bodies },
    removed: { name: "if-removed", on: bodies },
  }),
};
