// Names a body that must be sent.
import type { Rule } from "./rule.ts";

export const bodyRequired: Rule = {
  id: "body-required",
  direction: "request",
  area: "body",
  kind: "constraint",
  summary: "a body that must be sent",
  describe: ({ base }) => ({ action: base === undefined ? "added" : "required", detail: "" }),
  oasdiff: ({ action }) =>
    action === "added" ? "request-body-added-required" : "request-body-became-required",
};
