// Names a change of `propertyNames`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const propertyNames: SchemaRule = {
  id: "property-names",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["propertyNames"],
  summary: "the names that properties may have",
  describe: presence,
  oasdiff: label({
    added: { name: "property-names-added", on: bodies },
    removed: { name: "property-names-removed", on: bodies },
  }),
};
