// Names a change of `items` and `prefixItems`.
import { presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const items: SchemaRule = {
  id: "items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["items", "prefixItems"],
  summary: "items that are allowed",
  describe: presence,
};
