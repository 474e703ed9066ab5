// Walks over every typed node of an OpenAPI document (schema, parameter, response, …), each once.
import type { Json, JsonObject } from "./document.ts";
import { eachTypedChild, type NodeType, typeAt } from "./node-types.ts";
import {
  isArray,
  isObject,
  localPointer,
  parsePointer,
  refOf,
  resolvePointer,
  toPointer,
} from "./pointer.ts";

/** One visited node. The chain of `up` leads to the start of the walk. */
export interface Visit {
  readonly type: NodeType;
  readonly node: Json;
  readonly key: string;
  readonly up: Visit | undefined;
  /** Pointer of the start of the walk. */
  readonly base: string;
}

/** Returns the pointer of a visited node. Computed on demand, because most visits never need it. */
export function pointerOf(visit: Visit): string {
  const segments: string[] = [];
  for (let at = visit; at.up !== undefined; at = at.up) segments.unshift(at.key);
  return visit.base + toPointer(segments);
}

/** Visits a node and all typed nodes below it, in source order. References are not followed. */
export function walkNode(
  start: { type: NodeType; node: Json; pointer: string },
  visit: (visit: Visit) => void,
): void {
  descend({ type: start.type, node: start.node, key: "", up: undefined, base: start.pointer }, visit);
}

/**
 * Visits every typed node of a document. Nodes outside the locations that the standard defines
 * (`#/definitions/Pool`) are visited if a reference leads there, with the type of the reference's target.
 */
export function walkDocument(root: JsonObject, visit: (visit: Visit) => void): void {
  const outside = new Map<string, NodeType>();
  const met = new Set<string>();
  const visitAndNote = (at: Visit): void => {
    visit(at);
    const ref = refOf(at.node);
    if (ref === undefined || met.has(ref)) return;
    met.add(ref);
    const target = localPointer(ref);
    if (target === undefined || outside.has(target)) return;
    if (typeAt(parsePointer(target)) === undefined) outside.set(target, at.type);
  };
  walkNode({ type: "document", node: root, pointer: "" }, visitAndNote);
  // Iterating a Map also yields entries that are added during the iteration.
  for (const [pointer, type] of outside) {
    const node = resolvePointer(root, pointer);
    if (node !== undefined) walkNode({ type, node, pointer }, visitAndNote);
  }
}

function descend(at: Visit, visit: (visit: Visit) => void): void {
  visit(at);
  const { node } = at;
  if (!isObject(node) && !isArray(node)) return;
  eachTypedChild(at.type, node, (key, type, child) => {
    descend({ type, node: child, key, up: at, base: at.base }, visit);
  });
}
