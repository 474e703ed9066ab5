// Names a change of `not`.
import { presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const notRule: SchemaRule = {
  id: "not",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["not"],
  summary: "what must not hold",
  describe: presence,
};
