// Names a change of `uniqueItems`.
import { changed } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const uniqueItems: SchemaRule = {
  id: "unique-items",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["uniqueItems"],
  summary: "whether items must differ",
  describe: changed,
};
