// Names a change of `required`.
import { presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const required: SchemaRule = {
  id: "required",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["required"],
  summary: "whether a property must be there",
  describe: presence,
};
