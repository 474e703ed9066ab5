// Names a change of `additionalProperties`.
import { presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const additionalProperties: SchemaRule = {
  id: "additional-properties",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["additionalProperties"],
  summary: "properties that are not listed",
  describe: presence,
};
