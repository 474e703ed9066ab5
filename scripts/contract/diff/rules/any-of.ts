// Names a change of `anyOf`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const anyOf: SchemaRule = {
  id: "any-of",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["anyOf"],
  summary: "alternatives of which one must hold",
  describe: presence,
  oasdiff: label({
    added: { name: "any-of-added", on: bodies },
    removed: { name: "any-of-removed", on: bodies },
  }),
};
