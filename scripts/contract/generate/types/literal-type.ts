// The type of a single value, as in `const` and `enum`.
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { type Type, type TypeMember } from "./type.ts";

export function literalType(value: Json): Type {
  if (value === null) return { kind: "plain", of: "null" };
  if (isArray(value)) {
    const first = value.map(literalType);
    return { kind: "list", first, needed: first.length, rest: undefined };
  }
  if (!isObject(value)) return { kind: "literal", value };
  const members = Object.entries(value).flatMap(([name, member]): [string, TypeMember][] =>
    member === undefined ? [] : [[name, { type: literalType(member), required: true, comment: [] }]],
  );
  return { kind: "object", members: new Map(members), needs: [], others: undefined };
}
