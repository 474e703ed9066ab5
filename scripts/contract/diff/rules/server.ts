// Names the URLs an operation is served at.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const server: Rule = {
  id: "server",
  direction: "request",
  area: "document",
  kind: "structure",
  summary: "the URLs an operation is served at",
  describe: changed,
};
