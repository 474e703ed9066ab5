// The model of TypeScript types: a small tree that can be inspected and combined.

import type { DocTag } from "../comment.ts";

/** The types of JSON values. */
export type ValueKind = "null" | "boolean" | "number" | "string" | "array" | "object";

export const valueKinds: readonly ValueKind[] = ["null", "boolean", "number", "string", "array", "object"];

/** A TypeScript type. */
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "plain"; readonly of: "null" | "boolean" | "number" | "string" }
  /** Branded strings, `DateTime` and `Binary`, and a branded number. */
  | { readonly kind: "marked"; readonly name: "DateTime" | "Binary" | "Int64" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | ListType
  | ObjectType
  /** A named schema. */
  | { readonly kind: "named"; readonly pointer: string }
  | { readonly kind: "union"; readonly of: readonly Type[] }
  | { readonly kind: "all"; readonly of: readonly Type[] }
  /** Members of a type that are declared elsewhere and are required. */
  | { readonly kind: "requiring"; readonly of: Type; readonly names: readonly string[] };

/** An array or a tuple. */
export interface ListType {
  readonly kind: "list";
  /** The first items; those from index `needed` on are optional. */
  readonly first: readonly Type[];
  readonly needed: number;
  /** The items after them; undefined if there are none. */
  readonly rest: Type | undefined;
}

/** An object type. */
export interface ObjectType {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, TypeMember>;
  /** Required names that are declared elsewhere or not at all. */
  readonly needs: readonly string[];
  /** The type of additional properties; undefined if none are declared or allowed. */
  readonly others: Type | undefined;
}

/** A member of an object type. */
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

/** Returns the type of all values of one kind. */
export function wide(kind: ValueKind): Type {
  if (kind === "object") return anyObject;
  return kind === "array" ? anyList : { kind: "plain", of: kind };
}

/** Whether an object type declares nothing, or only required names. */
export function isBare(type: Type): boolean {
  return type.kind === "object" && type.members.size === 0 && (type.others ?? unknown).kind === "unknown";
}

/** Returns a union without duplicates and nested unions; `never` if it has no members. */
export function unionOf(types: readonly Type[]): Type {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.of : [type]));
  if (flat.some(({ kind }) => kind === "unknown")) return unknown;
  const byText = new Map(flat.filter(({ kind }) => kind !== "never").map((type) => [keyOf(type), type]));
  const members = [...byText.values()];
  return members.length === 1 ? members[0]! : members.length === 0 ? never : { kind: "union", of: members };
}

/** Returns a key that is equal only for identical types. */
function keyOf(type: Type): string {
  return JSON.stringify(type, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
