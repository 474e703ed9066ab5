// Determines whether two documents differ only in prose.
import type { Json, JsonObject } from "../../document/document.ts";
import { type NodeType, typedChildren } from "../../document/node-types.ts";
import { isArray, isObject } from "../../document/pointer.ts";

/** Fields that affect no exchange, if they are fields and not names of the author's. */
const prose = new Set(["$comment", "description", "example", "examples", "externalDocs", "summary", "title"]);

/**
 * - `same`: no difference, except in `info`. - `prose`: only descriptions, examples and order. - `more`:
 *   anything else.
 */
export function differenceOf(base: JsonObject, head: JsonObject): "same" | "prose" | "more" {
  const [before, after] = [base, head].map((root) => ({ ...root, info: null }));
  if (JSON.stringify(before) === JSON.stringify(after)) return "same";
  return wire("document", before) === wire("document", after) ? "prose" : "more";
}

/** Returns a node as text, with sorted keys and without prose. */
function wire(type: NodeType, node: Json | undefined): string {
  if (isArray(node)) {
    const types = childTypes(type, node);
    return `[${node.map((item, index) => wire(types.get(String(index)) ?? "data", item)).join()}]`;
  }
  if (!isObject(node)) return JSON.stringify(node);
  const types = childTypes(type, node);
  // A map's keys are names: a property may be called description. So may any key inside plain data.
  const isNames = type.endsWith("{}") || type === "data" || type === "paths" || type === "responses";
  const members = Object.keys(node)
    .filter((key) => isNames || !prose.has(key))
    .sort()
    .map((key) => `${JSON.stringify(key)}:${wire(types.get(key) ?? "data", node[key])}`);
  return `{${members.join()}}`;
}

function childTypes(type: NodeType, node: JsonObject | readonly Json[]): Map<string, NodeType> {
  return new Map(Array.from(typedChildren(type, node), ([key, child]) => [key, child]));
}
