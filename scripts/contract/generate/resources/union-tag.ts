// Finds the property that distinguishes the branches of a `oneOf` or `anyOf` by its value.
import type { Json, JsonObject } from "../../document/document.ts";
import { isNamed, leadsTo, namesOfBranch } from "../../document/discriminator-names.ts";
import {
  child,
  childPointer,
  follow,
  isArray,
  isObject,
  localPointer,
  type Located,
  refOf,
} from "../../document/pointer.ts";

/** The property, and the branch for each of its values. */
export interface UnionTag {
  readonly property: string;
  readonly branches: ReadonlyMap<string, Located>;
  /** The branch for any other value (`defaultMapping` of OpenAPI 3.2). */
  readonly others?: Located | undefined;
}

/**
 * Returns the tag of a union: its discriminator (OpenAPI 3.1, section 4.8.25), else a property that each
 * branch declares with values that no other branch has. Undefined if there is none.
 *
 * @param branches  the members of `oneOf` or `anyOf`, as written
 */
export function unionTag(
  root: JsonObject,
  node: JsonObject,
  branches: readonly Located[],
): UnionTag | undefined {
  if (branches.length < 2) return undefined;
  return byDiscriminator(root, node["discriminator"], branches) ?? byConstants(root, branches);
}

function byDiscriminator(
  root: JsonObject,
  discriminator: Json | undefined,
  branches: readonly Located[],
): UnionTag | undefined {
  const property = isObject(discriminator) ? discriminator["propertyName"] : undefined;
  if (!isObject(discriminator) || typeof property !== "string") return undefined;
  const pointers = branches.map((branch) => localPointer(refOf(branch.node) ?? ""));
  const isMapped = pointers.some((pointer) => pointer !== undefined && isNamed(discriminator, pointer));
  // The values that the branches declare decide, as in JSON Schema; schema names are the fallback.
  const own = isMapped ? undefined : disjoint(branches, textsOf(root, branches, property));
  if (own !== undefined) return { property, branches: own };
  const found = new Map<string, Located>();
  let others: Located | undefined;
  for (const [index, branch] of branches.entries()) {
    const pointer = pointers[index];
    if (pointer === undefined) return undefined;
    for (const text of namesOfBranch(discriminator, pointer)) found.set(text, branch);
    if (leadsTo(discriminator["defaultMapping"], pointer)) others = branch;
  }
  return { property, branches: found, others };
}

function byConstants(root: JsonObject, branches: readonly Located[]): UnionTag | undefined {
  for (const property of propertiesOf(root, branches[0])) {
    const found = disjoint(branches, textsOf(root, branches, property));
    if (found !== undefined) return { property, branches: found };
  }
  return undefined;
}

/** Returns the branch of each value; undefined if a branch has none, or two share one. */
function disjoint(
  branches: readonly Located[],
  texts: readonly (readonly string[])[],
): Map<string, Located> | undefined {
  const found = new Map<string, Located>();
  texts.forEach((list, index) => {
    for (const text of list) found.set(text, branches[index]!);
  });
  const isTag = texts.every((list) => list.length > 0) && found.size === texts.flat().length;
  return isTag ? found : undefined;
}

/** Returns, for each branch, the values that it declares for a property; empty if it declares none. */
function textsOf(root: JsonObject, branches: readonly Located[], property: string): string[][] {
  return branches.map((branch) => {
    const lists = partsOf(root, branch).flatMap((part) => listOf(root, part, property) ?? []);
    // All parts of an `allOf` apply.
    return lists.reduce<readonly string[] | undefined>(both, undefined)?.slice() ?? [];
  });
}

function both(left: readonly string[] | undefined, right: readonly string[]): readonly string[] {
  return left === undefined ? right : left.filter((text) => right.includes(text));
}

function propertiesOf(root: JsonObject, branch: Located | undefined): string[] {
  const parts = branch === undefined ? [] : partsOf(root, branch);
  return [...new Set(parts.flatMap((part) => Object.keys(objectAt(part, "properties"))))];
}

/** Returns a schema and the parts of its `allOf`. */
function partsOf(root: JsonObject, schema: Located, seen = new Set<string>()): JsonObject[] {
  const { node, pointer } = follow(root, schema);
  if (!isObject(node) || seen.has(pointer)) return [];
  seen.add(pointer);
  const parts = isArray(node["allOf"]) ? node["allOf"] : [];
  return [
    node,
    ...parts.flatMap((part, index) =>
      partsOf(root, { pointer: childPointer(pointer, "allOf", index), node: part }, seen),
    ),
  ];
}

function listOf(root: JsonObject, part: JsonObject, property: string): [string[]] | undefined {
  const value = child(objectAt(part, "properties"), property);
  if (value === undefined) return undefined;
  const { node } = follow(root, { pointer: "", node: value });
  if (!isObject(node)) return undefined;
  const values = isArray(node["enum"]) ? node["enum"] : "const" in node ? [node["const"]] : undefined;
  if (values === undefined || values.some((one) => typeof one === "object" && one !== null)) return undefined;
  return [values.map(String)];
}

function objectAt(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  return isObject(value) ? value : {};
}
