// Names a change of `oneOf`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const oneOf: SchemaRule = {
  id: "one-of",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["oneOf"],
  summary: "alternatives of which exactly one must hold",
  describe: presence,
  oasdiff: label({
    added: { name: "one-of-added", on: bodies },
    removed: { name: "one-of-removed", on: bodies },
  }),
};
