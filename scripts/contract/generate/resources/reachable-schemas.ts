// Finds the named schemas that a set of schemas consists of.
import type { Json, JsonObject } from "../../document/document.ts";
import {
  isArray,
  isObject,
  localPointer,
  type Located,
  refOf,
  resolvePointer,
  toRef,
} from "../../document/pointer.ts";
import { keywordsWith } from "../../vocabulary.ts";
import { reaching } from "../reaching.ts";
import { inheritance, mappedSchemas } from "../../document/subtypes.ts";

/** Keywords whose values are data, not schemas; and those whose members have names chosen by the author. */
const data: ReadonlySet<string> = new Set([
  ...keywordsWith({ holds: "data" }),
  ...keywordsWith({ holds: "data[]" }),
]);
const maps: ReadonlySet<string> = new Set(keywordsWith({ holds: "schema{}" }));

/** Returns the pointers of all schemas that are referenced, directly or indirectly, or by a discriminator. */
export function reachableSchemas(root: JsonObject, starts: readonly Located[]): Set<string> {
  const reached = new Set<string>();
  const heirs = inheritance(root);
  const seen = new Set<string>();
  let left = starts;
  while (left.length > 0) {
    const led: Located[] = [];
    const visit = (node: JsonObject, pointer: string | undefined): void => {
      if (pointer !== undefined) reached.add(pointer);
      if (!isObject(node["discriminator"])) return;
      const subtypes = [...mappedSchemas(root, node), ...(heirs.get(pointer ?? "") ?? [])];
      for (const one of subtypes.filter((subtype) => !reached.has(subtype))) {
        reached.add(one);
        led.push({ pointer: one, node: { $ref: toRef(one) } });
      }
    };
    walkSchemas(root, left, visit, seen);
    left = led;
  }
  return reached;
}

/**
 * Returns a predicate: whether a schema, or one that it references, contains an object that satisfies a
 * condition.
 */
export function reachingSchemas(
  root: JsonObject,
  condition: (node: JsonObject) => boolean,
): (place: Located) => boolean {
  return reaching(({ node: start }) => {
    let has = false;
    const refs: Located[] = [];
    for (const node of objectsIn([start])) {
      has ||= condition(node);
      const target = localPointer(refOf(node) ?? "");
      const found = target === undefined ? undefined : resolvePointer(root, target);
      if (target !== undefined && found !== undefined) refs.push({ pointer: target, node: found });
    }
    return { has, refs };
  });
}

/** Yields the objects of schemas that can be schemas, without those that they reference. */
function* objectsIn(left: Json[]): Generator<JsonObject> {
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isArray(node)) for (const item of node) left.push(item);
    if (!isObject(node)) continue;
    yield node;
    for (const [key, member] of Object.entries(node)) {
      if (member === undefined || data.has(key)) continue;
      if (!maps.has(key) || !isObject(member)) left.push(member);
      else for (const inner of Object.values(member)) if (inner !== undefined) left.push(inner);
    }
  }
}

/**
 * Visits every object within the schemas, and within those they reference, once; `pointer` is that of a
 * `$ref`'s target, and `seen` the objects visited before.
 */
export function walkSchemas(
  root: JsonObject,
  starts: readonly Located[],
  visit: (node: JsonObject, pointer: string | undefined) => void,
  seen = new Set<string>(),
): void {
  const left: { node: Json; pointer?: string }[] = starts.map(({ node }) => ({ node }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node, pointer } = next;
    if (isArray(node)) for (const one of node.map((item) => ({ node: item }))) left.push(one);
    if (!isObject(node)) continue;
    visit(node, pointer);
    const ref = refOf(node);
    const target = ref === undefined ? undefined : localPointer(ref);
    if (target !== undefined && !seen.has(target)) {
      seen.add(target);
      const found = resolvePointer(root, target);
      if (found !== undefined) left.push({ node: found, pointer: target });
    }
    for (const [key, member] of Object.entries(node)) {
      if (member === undefined || data.has(key)) continue;
      const members = maps.has(key) && isObject(member) ? Object.values(member) : [member];
      for (const one of members.flatMap((schema) => (schema === undefined ? [] : [{ node: schema }])))
        left.push(one);
    }
  }
}
