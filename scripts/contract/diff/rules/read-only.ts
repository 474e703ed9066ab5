// Names a change of `readOnly`.
import { changed } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const readOnly: SchemaRule = {
  id: "read-only",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["readOnly"],
  summary: "whether a property is for answers only",
  describe: changed,
};
