// Names the name of a schema.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const schemaName: Rule = {
  id: "schema-name",
  direction: "both",
  area: "schema",
  kind: "name",
  summary: "the name of a schema",
  describe: changed,
  oasdiff: () => "api-schema-removed",
};
