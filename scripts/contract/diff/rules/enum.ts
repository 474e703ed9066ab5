// Names a change of `enum`.
import { members } from "./describe.ts";
import { label, requests } from "./oasdiff-label.ts";
import type { SchemaRule } from "./rule.ts";

export const enumRule: SchemaRule = {
  id: "enum",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["enum"],
  summary: "the values that are allowed",
  describe: members,
  oasdiff: label({
    narrowed: { name: "enum-value-removed", on: requests },
    widened: { name: "enum-value-added", on: ["response-property"] },
    added: { name: "became-enum", on: requests },
  }),
};
