// Names a change of `anyOf`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const anyOf: SchemaRule = {
  id: "any-of",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["anyOf"],
  summary: "alternatives of which one must hold",
  describe: presence,
  oasdiff: label("any-of-removed", ["body", "property"]),
};
