// Finds duplicates in a list in linear time, for `uniqueItems`, which searches from the end.
import { canonicalText } from "./canonical-text.ts";

/** Returns the last item that equals an earlier one, and the nearest such item. */
export function duplicates(list: readonly unknown[]): { i: number; j: number } | undefined {
  const places = new Map<unknown, number>();
  let last: { i: number; j: number } | undefined;
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    // The texts of objects and arrays begin with a bracket, so they differ from those of strings; other
    // values are their own keys.
    const key = typeof item === "string" ? `"${item}` : typeof item === "object" ? canonicalText(item) : item;
    const j = places.get(key);
    if (j !== undefined) last = { i, j };
    places.set(key, i);
  }
  return last;
}

/** Returns the last item that equals a later one, among the scalar items. */
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
