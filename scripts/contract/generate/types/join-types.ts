// The intersection of two types.
import {
  anyObject,
  isBare,
  never,
  type ObjectType,
  type Type,
  type TypeMember,
  unionOf,
  unknown,
  type ValueKind,
} from "./type.ts";

/** Returns the kinds of values that a type can contain. */
export type KindsOf = (type: Type) => ReadonlySet<ValueKind>;

export function joinAll(types: readonly Type[], kindsOf: KindsOf): Type {
  // Each join copies its operands: for very many types, halves are joined first.
  if (types.length > mostInTurn) {
    const middle = Math.floor(types.length / 2);
    return join(joinAll(types.slice(0, middle), kindsOf), joinAll(types.slice(middle), kindsOf), kindsOf);
  }
  return types.reduce<Type>((left, right) => join(left, right, kindsOf), unknown);
}

const mostInTurn = 64;

export function join(left: Type, right: Type, kindsOf: KindsOf): Type {
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown") return left;
  const kinds = kindsOf(right);
  const common = [...kindsOf(left)].filter((kind) => kinds.has(kind));
  if (common.length === 0) return never;
  if (left.kind === "union") return joinUnion(left.of, right, kindsOf);
  if (right.kind === "union") return joinUnion(right.of, left, kindsOf);
  if (left.kind === "object" && right.kind === "object") return joinObjects(left, right);
  return joinOther(left, right, kindsOf) ?? joinOther(right, left, kindsOf) ?? all(left, right);
}

/** Unions of named schemas are kept unexpanded, unless the other type affects members differently. */
function joinUnion(members: readonly Type[], other: Type, kindsOf: KindsOf): Type {
  const kinds = kindsOf(other);
  const left = members.filter((member) => [...kindsOf(member)].some((kind) => kinds.has(kind)));
  const large =
    other.kind === "all" || other.kind === "requiring" || (other.kind === "object" && !isBare(other));
  if (large && left.length > 1 && left.every((member) => member.kind === "named"))
    return all(unionOf(left), other);
  // The product doubles with each further union.
  if (other.kind === "union" && left.length * other.of.length > mostMembers) return all(unionOf(left), other);
  return unionOf(left.map((member) => join(member, other, kindsOf)));
}

/** Maximum number of members of two unions that are multiplied out. */
const mostMembers = 256;

/** Returns the intersection; undefined if neither type implies the other. */
function joinOther(left: Type, right: Type, kindsOf: KindsOf): Type | undefined {
  if (left.kind === "plain")
    return right.kind === "plain" || [...kindsOf(right)].every((kind) => kind === left.of)
      ? right
      : undefined;
  // An integer of 64 bits is a bigint, also one of a list of values.
  if (left.kind === "marked" && left.name === "Int64")
    return [...kindsOf(right)].every((kind) => kind === "number") ? left : undefined;
  if (left.kind === "marked") return right.kind === "literal" || right.kind === "marked" ? right : undefined;
  if (left.kind === "literal" && right.kind === "literal") return left.value === right.value ? left : never;
  if (left.kind === "list") {
    const any = left.first.length === 0 && left.rest?.kind === "unknown";
    return any && [...kindsOf(right)].every((kind) => kind === "array") ? right : undefined;
  }
  if (left.kind === "object" && isBare(left) && [...kindsOf(right)].every((kind) => kind === "object"))
    return left.needs.length === 0 ? right : requiring(right, left.needs);
  return undefined;
}

function joinObjects(left: ObjectType, right: ObjectType): Type {
  if (left.others !== undefined && !isBare(left))
    return isBare(right) ? withNeeds(left, right.needs) : apart(left, right);
  if (right.others !== undefined && !isBare(right))
    return isBare(left) ? withNeeds(right, left.needs) : apart(left, right);
  const members = new Map<string, TypeMember>(left.members);
  for (const [name, member] of right.members) {
    const known = members.get(name);
    members.set(name, known === undefined ? member : bothMembers(known, member));
  }
  const others = isBare(left) ? (isBare(right) ? unknown : right.others) : left.others;
  return withNeeds(
    { kind: "object", members, needs: left.needs, others: members.size > 0 ? undefined : others },
    right.needs,
  );
}

function bothMembers(left: TypeMember, right: TypeMember): TypeMember {
  return {
    type:
      left.type.kind === "unknown"
        ? right.type
        : right.type.kind === "unknown"
          ? left.type
          : all(left.type, right.type),
    required: left.required || right.required,
    comment: right.comment.some((text) => text !== undefined) ? right.comment : left.comment,
  };
}

/** Makes declared members required; other names are kept as needed until they are declared. */
export function withNeeds(object: ObjectType, more: readonly string[]): ObjectType {
  const names = new Set([...object.needs, ...more]);
  const members = new Map(
    [...object.members].map(([name, member]): [string, TypeMember] => [
      name,
      names.has(name) ? { ...member, required: true } : member,
    ]),
  );
  return { ...object, members, needs: [...names].filter((name) => !members.has(name)) };
}

/**
 * Intersects objects whose additional properties differ: keeps them separate, except for what both require.
 */
function apart(left: ObjectType, right: ObjectType): Type {
  const needs = [...left.needs, ...right.needs];
  const both = all({ ...left, needs: [] }, { ...right, needs: [] });
  return needs.length === 0 ? both : requiring(both, needs);
}

function requiring(type: Type, names: readonly string[]): Type {
  if (type.kind !== "requiring") return { kind: "requiring", of: type, names };
  return { ...type, names: [...new Set([...type.names, ...names])] };
}

/** Required names come last, when everything that may declare them is present. */
function all(left: Type, right: Type): Type {
  const names: string[] = [];
  const parts = [left, right].flatMap((type): readonly Type[] => {
    if (type.kind === "requiring") for (const one of type.names) names.push(one);
    const inner = type.kind === "requiring" ? type.of : type;
    if (inner.kind === "object" && inner.needs.length > 0) {
      for (const one of inner.needs) names.push(one);
      return isBare(inner) ? [] : [{ ...inner, needs: [] }];
    }
    return inner.kind === "all" ? inner.of : [inner];
  });
  const unique = [
    ...new Map(parts.map((part) => [part.kind === "named" ? part.pointer : part, part])).values(),
  ];
  const whole: Type =
    unique.length === 0 ? anyObject : unique.length === 1 ? unique[0]! : { kind: "all", of: unique };
  return names.length === 0 ? whole : requiring(whole, [...new Set(names)]);
}
