// fields-agree: tools disagree about two mutually exclusive fields, and about a field without effect.
import { isToken } from "../../document/check-parameters.ts";
import type { JsonObject } from "../../document/document.ts";
import type { Operation } from "../../document/operations.ts";
import { childPointer } from "../../document/pointer.ts";
import { unplacedName } from "../../document/unplaced-parameters.ts";
import type { Finding, Rule } from "../rule.ts";

/**
 * https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-15: mutually exclusive fields by type, and which one
 * to keep.
 */
const exclusive: readonly { types: readonly string[]; keep: string; drop: string }[] = [
  { types: ["parameter", "header", "mediaType"], keep: "examples", drop: "example" },
  { types: ["example"], keep: "value", drop: "externalValue" },
  { types: ["parameter", "header"], keep: "schema", drop: "content" },
];

export const fieldsAgree: Rule = {
  id: "fields-agree",
  summary: "Every field has an effect where it is, and excludes no other field of its object.",
  *check({ nodes, document, operations }) {
    yield* unplaced(operations);
    for (const { types, keep, drop } of exclusive)
      for (const { pointer, node } of types.flatMap((type) => nodes(type))) {
        if (node[keep] === undefined || node[drop] === undefined) continue;
        yield { pointer: `${pointer}/${drop}`, message: `${drop} excludes ${keep}: keep one of the two` };
      }
    for (const { pointer, node } of nodes("parameter"))
      yield* judgeParameter(pointer, node, document.declaredVersion);
    for (const { pointer, node } of nodes("header"))
      if (node["allowReserved"] !== undefined) yield reserved(pointer, "headers");
  },
};

/** Checks each parameter once, however many operations use it. */
function unplaced(operations: readonly Operation[]): Finding[] {
  const found = operations.flatMap(({ path, parameters }) =>
    parameters.flatMap((parameter): [string, Finding][] => {
      const { pointer } = parameter;
      const name = unplacedName(path, parameter);
      if (name === undefined) return [];
      const message = `${path} does not contain {${name}}: add it to the path, or remove the parameter`;
      return [[pointer, { pointer, message }]];
    }),
  );
  return [...new Map(found).values()];
}

function* judgeParameter(pointer: string, node: JsonObject, version: string): Generator<Finding> {
  const { in: place, name, style, content, allowReserved } = node;
  if (place === "header" && typeof name === "string" && !isToken(name))
    yield {
      pointer: `${pointer}/name`,
      message: `${name} is not a valid header name: write letters, digits and -`,
    };
  // Before 3.2 it applied only to query parameters.
  const isOpen = version.startsWith("3.2.") ? place !== "header" && style !== "cookie" : place === "query";
  if (allowReserved !== undefined && !isOpen)
    yield reserved(
      pointer,
      style === "cookie" ? "style: cookie" : `in: ${typeof place === "string" ? place : "nothing"}`,
    );
  if (content === undefined) return;
  for (const field of ["style", "explode", "allowReserved"])
    if (node[field] !== undefined && place !== "querystring")
      yield {
        pointer: childPointer(pointer, field),
        message: `${field} has no effect together with content: leave it out`,
      };
}

function reserved(pointer: string, where: string): Finding {
  return {
    pointer: `${pointer}/allowReserved`,
    message: `allowReserved has no effect on ${where}: leave it out`,
  };
}
