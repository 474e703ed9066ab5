// operation-summary: the summary is the line that documentation, code completion and logs show for an
// operation.
import type { Rule } from "../rule.ts";

export const operationSummary: Rule = {
  id: "operation-summary",
  summary: "Every operation has a summary.",
  *check({ allOperations }) {
    for (const { operation, pointer, method, path } of allOperations) {
      const { summary } = operation;
      if (typeof summary === "string" && summary.trim() !== "") continue;
      yield { pointer, message: `${method} ${path} has no summary` };
    }
  },
};
