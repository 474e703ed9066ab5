// Which items of a list are the same; `uniqueItems` looks from the end.
import { deepEqual } from "./deep-equal.ts";

/** The last item that has an equal before it, and the nearest such. */
export function duplicates(list: readonly unknown[]): { i: number; j: number } | undefined {
  for (let i = list.length - 1; i > 0; i -= 1) {
    for (let j = i - 1; j >= 0; j -= 1) if (deepEqual(list[i], list[j])) return { i, j };
  }
  return undefined;
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
