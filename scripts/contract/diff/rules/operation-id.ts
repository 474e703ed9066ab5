// Names an operationId.
import { changed } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const operationId: Rule = {
  id: "operation-id",
  direction: "request",
  area: "operation",
  kind: "name",
  summary: "an operationId",
  describe: changed,
  oasdiff: () => "api-operation-id-removed",
};
