// What a TypeScript type is to the emitter: a small tree, which can be told what it holds and be joined with others.

import type { DocTag } from "../comment.ts";

/** The types of JSON values. */
export type ValueKind = "null" | "boolean" | "number" | "string" | "array" | "object";

export const valueKinds: readonly ValueKind[] = ["null", "boolean", "number", "string", "array", "object"];

export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "plain"; readonly of: "null" | "boolean" | "number" | "string" }
  /** Strings with a mark: `DateTime`, `Binary`. */
  | { readonly kind: "marked"; readonly name: "DateTime" | "Binary" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | ListType
  | ObjectType
  /** A named schema. */
  | { readonly kind: "named"; readonly pointer: string }
  | { readonly kind: "union"; readonly of: readonly Type[] }
  | { readonly kind: "all"; readonly of: readonly Type[] }
  /** Members of a type that others declare, which must be there. */
  | { readonly kind: "requiring"; readonly of: Type; readonly names: readonly string[] };

export interface ListType {
  readonly kind: "list";
  /** The first items, those from `needed` on optional. */
  readonly first: readonly Type[];
  readonly needed: number;
  /** The items behind them; undefined: there are none. */
  readonly rest: Type | undefined;
}

export interface ObjectType {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, TypeMember>;
  /** Names that must be there, and are declared elsewhere or nowhere. */
  readonly needs: readonly string[];
  /** What members without a name of their own are; undefined: they are not spoken of, or there are none. */
  readonly others: Type | undefined;
}

export interface TypeMember {
  readonly type: Type;
  readonly required: boolean;
  /** The paragraphs of its doc comment. */
  readonly comment: readonly (string | DocTag | undefined)[];
}

export const unknown: Type = { kind: "unknown" };
export const never: Type = { kind: "never" };

/** Any object. */
export const anyObject: ObjectType = { kind: "object", members: new Map(), needs: [], others: unknown };
export const anyList: ListType = { kind: "list", first: [], needed: 0, rest: unknown };

/** Everything of one kind. */
export function wide(kind: ValueKind): Type {
  if (kind === "object") return anyObject;
  return kind === "array" ? anyList : { kind: "plain", of: kind };
}

/** An object that says nothing, or nothing but which names it needs. */
export function isBare(type: Type): boolean {
  return type.kind === "object" && type.members.size === 0 && (type.others ?? unknown).kind === "unknown";
}

/** A union without repetitions and unions inside of it; `never` when it has no members. */
export function unionOf(types: readonly Type[]): Type {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.of : [type]));
  if (flat.some(({ kind }) => kind === "unknown")) return unknown;
  const byText = new Map(flat.filter(({ kind }) => kind !== "never").map((type) => [keyOf(type), type]));
  const members = [...byText.values()];
  return members.length === 1 ? members[0]! : members.length === 0 ? never : { kind: "union", of: members };
}

/** The same text for types that are the same beyond doubt. */
function keyOf(type: Type): string {
  return JSON.stringify(type, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
