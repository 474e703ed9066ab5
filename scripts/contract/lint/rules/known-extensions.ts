// known-extensions: an extension that only one tool supports is not part of the contract, and a mistyped one
// has no effect at all.
import { childPointer } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

export const knownExtensions: Rule = {
  id: "known-extensions",
  summary: "Every extension (x-…) is x-sdk, or one named by --allow-extension.",
  *check({ types, nodes, extensions }) {
    // The keys of maps are names chosen by the author: a header may be called x-trace.
    for (const { pointer, node } of types.filter((type) => !type.endsWith("{}")).flatMap(nodes)) {
      for (const key of Object.keys(node)) {
        if (!key.startsWith("x-") || extensions.has(key)) continue;
        yield {
          pointer: childPointer(pointer, key),
          message: `the extension ${key} is not among those allowed`,
        };
      }
    }
  },
};
