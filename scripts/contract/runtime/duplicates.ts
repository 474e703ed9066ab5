// Which items of a list are the same, in a time that grows with the list and no faster; `uniqueItems` looks from the end.
import { canonicalText } from "./canonical-text.ts";

/** The last item that has an equal before it, and the nearest such. */
export function duplicates(list: readonly unknown[]): { i: number; j: number } | undefined {
  const places = new Map<unknown, number>();
  let last: { i: number; j: number } | undefined;
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    // The texts of objects and arrays begin with a bracket; what is no string is itself.
    const key = typeof item === "string" ? `"${item}` : typeof item === "object" ? canonicalText(item) : item;
    const j = places.get(key);
    if (j !== undefined) last = { i, j };
    places.set(key, i);
  }
  return last;
}

/** The last item that has an equal behind it, of those that can be told apart at a glance. */
export function duplicateScalars(
  list: readonly unknown[],
  isMeant: (item: unknown) => boolean,
): { i: number; j: number } | undefined {
  const places = new Map<unknown, number>();
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const item = list[i];
    if (!isMeant(item)) continue;
    const j = places.get(item);
    if (j !== undefined) return { i, j };
    places.set(item, i);
  }
  return undefined;
}
