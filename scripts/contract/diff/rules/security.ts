// Names the credentials an operation asks for.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const security: Rule = {
  id: "security",
  direction: "request",
  area: "security",
  kind: "constraint",
  summary: "the credentials an operation asks for",
  describe: changed,
  oasdiff: ({ action }) => (action === "changed" ? "api-security-scope-added" : "api-security-added"),
};
