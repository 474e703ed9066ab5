// operation-id: the operationId identifies an operation everywhere: in code, tests, links and messages.
import type { Rule } from "../rule.ts";

export const operationId: Rule = {
  id: "operation-id",
  summary: "Every operation has an operationId, and no two have the same.",
  *check({ allOperations }) {
    const owners = new Map<string, string>();
    for (const { operationId: id, pointer, method, path } of allOperations) {
      if (id === undefined || id === "") {
        yield { pointer, message: `${method} ${path} has no operationId` };
        continue;
      }
      const owner = owners.get(id);
      // Operations with the same pointer are one operation: a path item or callback can be used twice.
      if (owner !== undefined && owner !== pointer) {
        yield {
          pointer: `${pointer}/operationId`,
          message: `the operationId ${id} is that of ${owner}, too`,
        };
      }
      owners.set(id, pointer);
    }
  },
};
