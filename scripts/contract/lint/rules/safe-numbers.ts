// safe-numbers: beyond 2^53 a JavaScript number is only the nearest double, so a value beyond a limit may be
// read as equal to it.
import type { Json, JsonObject } from "../../document/document.ts";
import { childPointer, isArray } from "../../document/pointer.ts";
import type { Finding, Rule } from "../rule.ts";

const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;
/** The limits of `int64` and `uint64`, as the nearest doubles. */
const edges: ReadonlySet<number> = new Set([2 ** 63, -(2 ** 63), 2 ** 64]);

export const safeNumbers: Rule = {
  id: "safe-numbers",
  summary: "No limit and no listed value is an integer beyond 2^53 - 1, which JavaScript rounds.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      for (const limit of limits) yield* judge(childPointer(pointer, limit), limit, node, node[limit]);
      yield* judge(childPointer(pointer, "const"), "const", node, node["const"]);
      for (const [index, value] of (isArray(node["enum"]) ? node["enum"] : []).entries())
        yield* judge(childPointer(pointer, "enum", index), "the value", node, value);
    }
  },
};

function* judge(
  pointer: string,
  what: string,
  { format }: JsonObject,
  value: Json | undefined,
): Generator<Finding> {
  if (typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value)) return;
  // A limit that the format already implies holds as far as a double can represent it.
  if ((format === "int64" || format === "uint64") && edges.has(value)) return;
  const why = `${what} is beyond 2^53 - 1, where JavaScript numbers are rounded: it is read as ${value}, and so are its neighbours`;
  const fix = "write a string with a pattern, or format: int64 alone for the limits of int64";
  yield { pointer, message: `${why}; ${fix}` };
}
