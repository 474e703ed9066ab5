// Recursive schemas that TypeScript resolves immediately, and not only when it accesses a member.
import type { Type } from "./type.ts";

/**
 * Returns the named schemas that a type consists of: everything except the members of objects; if `direct`,
 * also except items.
 */
export function madeOf(type: Type, direct: boolean): string[] {
  switch (type.kind) {
    case "named":
      return [type.pointer];
    case "union":
    case "all":
      return type.of.flatMap((one) => madeOf(one, direct));
    case "requiring":
      return madeOf(type.of, direct);
    case "list":
      return direct
        ? []
        : [...type.first, ...(type.rest === undefined ? [] : [type.rest])].flatMap((one) =>
            madeOf(one, direct),
          );
    default:
      return [];
  }
}

/** Whether a schema is recursive in this way. */
export function isCircular(pointer: string, typeOf: (pointer: string) => Type, direct: boolean): boolean {
  const seen = new Set<string>();
  const left = madeOf(typeOf(pointer), direct);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next === pointer) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const one of madeOf(typeOf(next), direct)) left.push(one);
  }
  return false;
}

/** Returns a type without those of its parts that are only references to itself. */
export function withoutItself(type: Type, circular: (pointer: string) => boolean): Type {
  switch (type.kind) {
    case "named":
      return circular(type.pointer) ? { kind: "unknown" } : type;
    case "union":
    case "all":
      return { ...type, of: type.of.map((one) => withoutItself(one, circular)) };
    case "requiring":
      return { ...type, of: withoutItself(type.of, circular) };
    default:
      return type;
  }
}
