// How the branches of a `oneOf` or `anyOf` are told apart: by a property that has a text of its own in each.
import type { Json, JsonObject } from "../../document/document.ts";
import { leadsTo, namesOfBranch } from "../../document/discriminator-names.ts";
import {
  child,
  follow,
  isArray,
  isObject,
  localPointer,
  type Located,
  refOf,
} from "../../document/pointer.ts";

/** The property, and for each of its texts the branch that has it. */
export interface UnionTag {
  readonly property: string;
  readonly branches: ReadonlyMap<string, Located>;
  /** The branch for any other text (`defaultMapping` of OpenAPI 3.2). */
  readonly others?: Located | undefined;
}

/**
 * The tag of a union: its discriminator (OpenAPI 3.1, section 4.8.25), or else a property that each branch declares with texts that
 * no other has. Undefined when there is none.
 *
 * @param branches  the members of `oneOf` or `anyOf`, as they are written
 */
export function unionTag(
  root: JsonObject,
  node: JsonObject,
  branches: readonly Located[],
): UnionTag | undefined {
  if (branches.length < 2) return undefined;
  return byDiscriminator(node["discriminator"], branches) ?? byConstants(root, branches);
}

function byDiscriminator(
  discriminator: Json | undefined,
  branches: readonly Located[],
): UnionTag | undefined {
  const property = isObject(discriminator) ? discriminator["propertyName"] : undefined;
  if (!isObject(discriminator) || typeof property !== "string") return undefined;
  const found = new Map<string, Located>();
  let others: Located | undefined;
  for (const branch of branches) {
    const pointer = localPointer(refOf(branch.node) ?? "");
    if (pointer === undefined) return undefined;
    for (const text of namesOfBranch(discriminator, pointer)) found.set(text, branch);
    if (leadsTo(discriminator["defaultMapping"], pointer)) others = branch;
  }
  return { property, branches: found, others };
}

function byConstants(root: JsonObject, branches: readonly Located[]): UnionTag | undefined {
  const properties = branches.map((branch) => textsOf(root, branch));
  for (const property of properties[0]?.keys() ?? []) {
    const found = new Map<string, Located>();
    const texts = properties.map((one) => one.get(property) ?? []);
    texts.forEach((list, index) => {
      for (const text of list) found.set(text, branches[index]!);
    });
    const isTag = texts.every((list) => list.length > 0) && found.size === texts.flat().length;
    if (isTag) return { property, branches: found };
  }
  return undefined;
}

/** The properties of a schema that have a known list of texts. */
function textsOf(root: JsonObject, schema: Located): Map<string, readonly string[]> {
  const properties = child(follow(root, schema).node, "properties");
  const found = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(isObject(properties) ? properties : {})) {
    if (value === undefined) continue;
    const { node } = follow(root, { pointer: "", node: value });
    if (!isObject(node)) continue;
    const values = isArray(node["enum"]) ? node["enum"] : [node["const"]];
    if (values.every((one) => typeof one === "string")) found.set(name, values);
  }
  return found;
}
