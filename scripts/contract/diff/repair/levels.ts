// Finds the nodes of base and head that a break is about: the innermost first, then their parents.
import type { JsonObject } from "../../document/document.ts";
import { type NodeType, typeAt } from "../../document/node-types.ts";
import { isObject, parsePointer, resolvePointer, toPointer } from "../../document/pointer.ts";
import type { Finding } from "../comparison.ts";

/** One node in both documents. */
export interface Level {
  readonly base: { readonly pointer: string; readonly node: JsonObject };
  readonly head: { readonly pointer: string; readonly node: JsonObject };
  readonly type: NodeType;
}

/** Nodes too large for a single break: their removed members are restored by name. */
const wholes = new Set(["document", "paths", "components"]);

/**
 * Returns pairs of objects of one type on the path to a break. If there are two ways to pair them, both are
 * included.
 */
export function levelsOf(
  finding: Pick<Finding, "base" | "head">,
  base: JsonObject,
  head: JsonObject,
): Level[] {
  const [before, after] = [finding.base, finding.head].map((place) => parsePointer(place?.pointer ?? ""));
  const found = new Map<string, Level>();
  const add = (one: readonly string[], other: readonly string[]): void => {
    const type = typeAt(other);
    const level = levelAt(toPointer(one), toPointer(other), { base, head });
    // A map of the author's names has nothing to restore as a whole.
    if (
      level === undefined ||
      type === undefined ||
      typeAt(one) !== type ||
      type.endsWith("{}") ||
      wholes.has(type)
    )
      return;
    found.set(`${level.base.pointer}\n${level.head.pointer}`, { ...level, type });
  };
  const shared = commonTail(before!, after!);
  const [baseRoot, headRoot] = [before!.length - shared, after!.length - shared];
  for (let length = after!.length; length > 0; length--) {
    add(after!.slice(0, length), after!.slice(0, length));
    if (length >= headRoot) add(before!.slice(0, baseRoot + length - headRoot), after!.slice(0, length));
  }
  // A keyword that only one document has: its parent corresponds to the other's last node.
  for (let length = before!.length; length > 0; length--) {
    add(before!.slice(0, length), after!);
    add(before!.slice(0, length), before!.slice(0, length));
  }
  for (let length = after!.length; length > 0; length--) add(before!, after!.slice(0, length));
  return [...found.values()].sort((a, b) => depth(b) - depth(a));
}

function levelAt(
  base: string,
  head: string,
  roots: { readonly base: JsonObject; readonly head: JsonObject },
): Omit<Level, "type"> | undefined {
  const [before, after] = [resolvePointer(roots.base, base), resolvePointer(roots.head, head)];
  if (!isObject(before) || !isObject(after)) return undefined;
  return { base: { pointer: base, node: before }, head: { pointer: head, node: after } };
}

function commonTail(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}

function depth({ head }: Level): number {
  return parsePointer(head.pointer).length;
}
