// Names a change of `$dynamicRef` and `$recursiveRef`.
import { changed } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const dynamicRef: SchemaRule = {
  id: "dynamic-ref",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["$dynamicRef", "$recursiveRef"],
  summary: "a reference that depends on where it was come from",
  describe: changed,
};
