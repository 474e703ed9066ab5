// Names a change of `writeOnly`.
import { changed } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const writeOnly: SchemaRule = {
  id: "write-only",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["writeOnly"],
  summary: "whether a property is for requests only",
  describe: changed,
};
