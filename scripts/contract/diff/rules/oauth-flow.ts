// Names where tokens come from.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const oauthFlow: Rule = {
  id: "oauth-flow",
  direction: "request",
  area: "security",
  kind: "annotation",
  summary: "where tokens come from",
  describe: changed,
  oasdiff: () => "api-security-component-oauth-token-url-changed",
};
