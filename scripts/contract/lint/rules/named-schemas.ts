// named-schemas: an object without a name gets a made-up one in every language the contract is generated into.
import { parsePointer } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

/** Below these keywords a schema adds to the one above; it is no object of its own. */
const additions = new Set(["allOf", "not", "if", "then", "else", "dependentSchemas"]);

export const namedSchemas: Rule = {
  id: "named-schemas",
  summary: "Every object with properties is a schema of its own under components.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      if (node["properties"] === undefined || isNamed(pointer) || isAddition(pointer)) continue;
      yield { pointer, message: "an object without a name: move it to components/schemas and refer to it" };
    }
  },
};

function isNamed(pointer: string): boolean {
  const segments = parsePointer(pointer);
  return segments.length === 3 && segments[0] === "components" && segments[1] === "schemas";
}

function isAddition(pointer: string): boolean {
  return parsePointer(pointer)
    .slice(-2)
    .some((segment) => additions.has(segment));
}
