// Names a change of `properties`.
import { presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const property: SchemaRule = {
  id: "property",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["properties"],
  summary: "a property",
  describe: presence,
};
