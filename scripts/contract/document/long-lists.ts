// List operations for lists of any length: spreading a list into call arguments fails if it exceeds the
// stack.

/** Appends items to a list. */
export function addAll<Item>(list: Item[], more: Iterable<Item>): void {
  for (const item of more) list.push(item);
}

/** Returns the greatest of some numbers, or `least` if all are smaller. */
export function greatest(numbers: Iterable<number>, least: number): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
