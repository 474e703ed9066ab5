// Names a parameter that must be sent.
import type { Rule } from "./rule.ts";

export const parameterRequired: Rule = {
  id: "parameter-required",
  direction: "request",
  area: "parameter",
  kind: "constraint",
  summary: "a parameter that must be sent",
  describe: ({ base }) => ({ action: base === undefined ? "added" : "required", detail: "" }),
  oasdiff: ({ action }) =>
    action === "added" ? "new-required-request-parameter" : "request-parameter-became-required",
};
