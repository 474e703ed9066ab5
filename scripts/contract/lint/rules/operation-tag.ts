// operation-tag: the tag decides which group, class or page contains an operation; with two tags that is
// ambiguous.
import { isArray } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

export const operationTag: Rule = {
  id: "operation-tag",
  summary: "Every operation has exactly one tag.",
  *check({ operations }) {
    for (const { operation, pointer, method, path } of operations) {
      const { tags } = operation;
      const count = isArray(tags) ? tags.length : 0;
      if (count === 1) continue;
      const place = count === 0 ? pointer : `${pointer}/tags`;
      yield {
        pointer: place,
        message: `${method} ${path} has ${count === 0 ? "no" : count} tags: give it one`,
      };
    }
  },
};
