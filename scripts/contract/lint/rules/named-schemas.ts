// named-schemas: an object schema without a name gets an invented one in every language that code is
// generated for.
import { parsePointer } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

/** Below these keywords, a schema constrains the enclosing one and is not an object of its own. */
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
