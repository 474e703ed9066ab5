// Names a change of `oneOf`.
import { label, presence } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const oneOf: SchemaRule = {
  id: "one-of",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["oneOf"],
  summary: "alternatives of which exactly one must hold",
  describe: presence,
  oasdiff: label("one-of-removed", ["body", "property"]),
};
