// Names a change of `enum`.
import { members } from "./describe.ts";
import type { SchemaRule } from "./rule.ts";

export const enumRule: SchemaRule = {
  id: "enum",
  direction: "both",
  area: "schema",
  kind: "constraint",
  keywords: ["enum"],
  summary: "the values that are allowed",
  describe: members,
  oasdiff: ({ side, part, action }) =>
    side === "response"
      ? "response-property-enum-value-added"
      : action === "added"
        ? `request-${part}-became-enum`
        : `request-${part}-enum-value-removed`,
};
