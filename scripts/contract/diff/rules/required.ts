// Names a change of `required`.
import { presence } from "./describe.ts";
import { label } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const required: SchemaRule = {
  id: "required",
  direction: "both",
  area: "schema",
  kind: "structure",
  keywords: ["required"],
  summary: "whether a property must be there",
  describe: presence,
  oasdiff: label({
    added: { name: "became-required", on: ["request-property", "response-property"] },
    removed: { name: "became-optional", on: ["request-property", "response-property"] },
  }),
};
