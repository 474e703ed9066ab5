// Names a change of `$ref`.
import { presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const schema: SchemaRule = {
  id: "schema",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["$ref"],
  summary: "a schema as a whole",
  describe: presence,
};
