// Computes the steps from one node to another, as deep as possible, so that unchanged parts are not written
// again.
import type { Json } from "../../document/document.ts";
import { childPointer, isObject } from "../../document/pointer.ts";
import type { EditStep } from "./edit.ts";

/** Returns steps that turn `before`, the node at a pointer, into `after`. */
export function stepsBetween(pointer: string, before: Json | undefined, after: Json | undefined): EditStep[] {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ pointer, value: after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  // A node that has nothing in common with the old one is replaced as a whole.
  if (!names.some((name) => Object.hasOwn(before, name) && Object.hasOwn(after, name)) && names.length > 0)
    return [{ pointer, value: after }];
  return names.flatMap((name) => {
    const [old, young] = [before, after].map((node) => (Object.hasOwn(node, name) ? node[name] : undefined));
    return stepsBetween(childPointer(pointer, name), old, young);
  });
}
