// Names a change of `const`.
import { changed } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const constRule: SchemaRule = {
  id: "const",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["const"],
  summary: "the one value that is allowed",
  describe: changed,
  oasdiff: label({
    added: { name: "const-added", on: bodies },
    removed: { name: "const-removed", on: bodies },
    changed: { name: "const-changed", on: bodies },
  }),
};
