// linear-patterns: some patterns take exponential time: a second for a string of thirty characters, two for
// one more.
import { patternsOf } from "../../schema/patterns/document-patterns.ts";
import { readPattern } from "../../schema/patterns/read-pattern.ts";
import { slownessOf } from "../../schema/patterns/slow-pattern.ts";
import type { Rule } from "../rule.ts";

export const linearPatterns: Rule = {
  id: "linear-patterns",
  summary: "No pattern takes a time that grows faster than the text it is matched against.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      for (const { pointer: place, source } of patternsOf(pointer, node)) {
        const pattern = readPattern(source);
        const slowness = "foreign" in pattern ? undefined : slownessOf(pattern);
        if (slowness === undefined) continue;
        const { growth, text } = slowness;
        if (growth === "unbounded") {
          const message = "the pattern has more consecutive parts than engines accept";
          yield { pointer: place, message: `${message}; write what repeats with a count, such as {5}` };
          continue;
        }
        const speed = growth === "exponential" ? "exponentially" : "faster than the text";
        const example = text === "" ? "" : `, as with ${JSON.stringify(text)} over and over`;
        const why = `the time that an engine takes for this pattern grows ${speed}${example}`;
        yield { pointer: place, message: `${why}; let no two repeats take the same text` };
      }
    }
  },
};
