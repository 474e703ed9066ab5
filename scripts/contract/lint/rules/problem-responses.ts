// problem-responses: one format for all errors, so that a client handles them in one way (RFC 9457).
import { isObject } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";
import { isErrorStatus } from "../statuses.ts";

export const problemResponses: Rule = {
  id: "problem-responses",
  summary: "Every error response has the content type application/problem+json.",
  *check({ operations }) {
    const judged = new Set<string>();
    for (const { status, pointer, node } of operations.flatMap(({ responses }) => responses)) {
      if (!isErrorStatus(status) || judged.has(pointer)) continue;
      judged.add(pointer);
      const { content } = node;
      if (isObject(content) && content["application/problem+json"] !== undefined) continue;
      yield { pointer, message: `the response ${status} has no content application/problem+json` };
    }
  },
};
