// Adds a discriminator's values to the branches of a union
// (https://spec.openapis.org/oas/v3.1.1.html#discriminator-object).
import { leadsTo, namesOfBranch } from "../../document/discriminator-names.ts";
import { isArray, isObject, localPointer, type Located, refOf } from "../../document/pointer.ts";
import { join } from "./join-types.ts";
import type { SchemaTypes } from "./schema-types.ts";
import type { Type, TypeMember } from "./type.ts";
import { unionOf } from "./type.ts";

/**
 * Returns the branches with the tag. A branch that declares the values of the property itself is unchanged:
 * JSON Schema decides what is valid.
 */
export function taggedBranches(
  types: SchemaTypes,
  place: Located,
  keyword: string,
  branches: readonly Type[],
): Type[] {
  const node = isObject(place.node) ? place.node : {};
  const discriminator = node["discriminator"];
  const list = node[keyword];
  if (!isObject(discriminator) || !isArray(list) || typeof discriminator["propertyName"] !== "string")
    return [...branches];
  const name = discriminator["propertyName"];
  const fallback = discriminator["defaultMapping"];
  return branches.map((branch, index) => {
    const pointer = localPointer(refOf(list[index]) ?? "");
    const member = pointer === undefined ? undefined : memberOf(types, branch, name);
    if (pointer === undefined || member === undefined || isFixed(types, member.type)) return branch;
    if (leadsTo(fallback, pointer)) return branch;
    const named = unionOf(
      namesOfBranch(discriminator, pointer).map((value): Type => ({ kind: "literal", value })),
    );
    const type = join(named, resolved(types, member.type), types.kindsOf);
    // The property has other values: the discriminator is wrong, or it does not mean the names of schemas.
    if (type.kind === "never" || type.kind === "all") return branch;
    const tag: Type = {
      kind: "object",
      members: new Map([[name, { type, required: member.required, comment: [] }]]),
      needs: [],
      others: undefined,
    };
    return join(branch, tag, types.kindsOf);
  });
}

function resolved(types: SchemaTypes, type: Type): Type {
  return type.kind === "named" ? resolved(types, types.named(type.pointer)) : type;
}

/** Whether a branch declares the value of the property itself. */
function isFixed(types: SchemaTypes, type: Type): boolean {
  const { kind } = resolved(types, type);
  return kind !== "union" && !isOpen(types, type);
}

function isOpen(types: SchemaTypes, type: Type): boolean {
  const own = resolved(types, type);
  return own.kind === "plain" && own.of === "string";
}

/** Returns a member of a type, wherever it is declared. */
function memberOf(
  types: SchemaTypes,
  type: Type,
  name: string,
  found = new Map<string, TypeMember | undefined>(),
): TypeMember | undefined {
  if (type.kind === "object") return type.members.get(name);
  if (type.kind === "named") {
    if (!found.has(type.pointer)) {
      // A recursive reference adds no declaration.
      found.set(type.pointer, undefined);
      found.set(type.pointer, memberOf(types, types.named(type.pointer), name, found));
    }
    return found.get(type.pointer);
  }
  if (type.kind === "requiring") {
    const member = memberOf(types, type.of, name, found);
    return member && { ...member, required: member.required || type.names.includes(name) };
  }
  if (type.kind !== "all") return undefined;
  const members = type.of.flatMap((one) => memberOf(types, one, name, found) ?? []);
  const narrow = members.find((member) => !isOpen(types, member.type)) ?? members[0];
  return narrow && { ...narrow, required: members.some(({ required }) => required) };
}
