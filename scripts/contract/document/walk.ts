// Walks over everything in an OpenAPI document that has a type: each schema, parameter, response and so on, once.
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

/** One node on a walk. The chain of `up` leads to the walk's start. */
export interface Visit {
  readonly type: NodeType;
  readonly node: Json;
  readonly key: string;
  readonly up: Visit | undefined;
  /** Pointer of the walk's start. */
  readonly base: string;
}

/** Where a visited node stands. Worked out on demand: most visits never need it. */
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
 * Visits every typed node of a document. What lies outside the standard's places (`#/definitions/Pool`) is visited, too,
 * when a reference leads there: with the type that the reference gives it.
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
  // A Map's iteration also yields what is added while it runs.
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
