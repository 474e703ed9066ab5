// An edit of a document: a few steps, each of which sets or removes the node at one pointer.
import { copyJson } from "../../document/copy-json.ts";
import { defineMember } from "../../document/define-member.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { child, isArray, isObject, parsePointer } from "../../document/pointer.ts";

/** `value` undefined: the node is removed. A missing parent becomes an object. */
export interface EditStep {
  readonly pointer: string;
  readonly value: Json | undefined;
}

/** A proposed change of head, with a description of its effect. */
export interface Edit {
  readonly steps: readonly EditStep[];
  /** A short description: `keeps max-length 256`. */
  readonly does: string;
}

/** Returns the document after the steps. Unchanged parts are shared with the original. */
export function withSteps(root: JsonObject, steps: readonly EditStep[]): JsonObject {
  return steps.reduce<JsonObject>(
    (edited, { pointer, value }) => placed(edited, parsePointer(pointer), value) as JsonObject,
    root,
  );
}

function placed(node: Json | undefined, [key, ...rest]: readonly string[], value: Json | undefined): Json {
  if (key === undefined) return copyJson(value ?? null);
  if (isArray(node)) {
    const at = Number(key);
    if (value === undefined && rest.length === 0) return node.filter((_, index) => index !== at);
    const items = [...node];
    items[at] = placed(node[at], rest, value);
    return items;
  }
  const members = isObject(node) ? Object.entries(node) : [];
  const object = {};
  const isGone = value === undefined && rest.length === 0;
  for (const [name, member] of members) {
    if (name !== key) defineMember(object, name, member ?? null);
    else if (!isGone) defineMember(object, name, placed(member, rest, value));
  }
  if (!isGone && !members.some(([name]) => name === key))
    defineMember(object, key, placed(undefined, rest, value));
  return object;
}

/** Returns the size of an edit for a reader: added leaves, removed leaves, and a little for each step. */
export function editSize(root: JsonObject, steps: readonly EditStep[]): number {
  return steps.reduce((sum, { pointer, value }) => {
    const steps = parsePointer(pointer);
    // Descriptions cost nothing.
    if (steps.at(-1) === "description") return sum;
    const before = steps.reduce<Json | undefined>(child, root);
    return sum + 1 + changed(before, value);
  }, 0);
}

function changed(before: Json | undefined, after: Json | undefined): number {
  if (before === after) return 0;
  if (isArray(before) && isArray(after)) {
    const [old, young] = [before, after].map((items) => new Set(items.map((item) => JSON.stringify(item))));
    const apart = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
      [...some].filter((item) => !others.has(item)).length;
    return apart(old!, young!) + apart(young!, old!);
  }
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].reduce((sum, name) => sum + changed(child(before, name), child(after, name)), 0);
  }
  return leaves(before) + leaves(after);
}

function leaves(node: Json | undefined): number {
  if (node === undefined) return 0;
  if (typeof node !== "object" || node === null) return 1;
  return Object.values(node).reduce<number>((sum, member) => sum + leaves(member), 1);
}
