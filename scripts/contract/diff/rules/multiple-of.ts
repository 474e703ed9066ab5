// Names a change of `multipleOf`.
import { changed } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const multipleOf: SchemaRule = {
  id: "multiple-of",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["multipleOf"],
  summary: "the step that numbers keep",
  describe: changed,
};
