// Names a change of `dependentRequired`.
import { changed } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const dependentRequired: SchemaRule = {
  id: "dependent-required",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["dependentRequired"],
  summary: "properties that others make necessary",
  describe: changed,
  oasdiff: label({
    added: { name: "dependent-required-added", on: bodies },
    removed: { name: "dependent-required-removed", on: bodies },
    changed: { name: "dependent-required-changed", on: bodies },
  }),
};
