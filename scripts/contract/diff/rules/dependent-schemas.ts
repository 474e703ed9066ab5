// Names a change of `dependentSchemas`.
import { presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const dependentSchemas: SchemaRule = {
  id: "dependent-schemas",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["dependentSchemas"],
  summary: "schemas that a property brings into force",
  describe: presence,
  oasdiff: label({
    added: { name: "dependent-schema-added", on: bodies },
    removed: { name: "dependent-schema-removed", on: bodies },
  }),
};
