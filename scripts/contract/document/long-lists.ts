// Lists as long as documents make them: a call takes as many arguments as its stack has room for, which may be fewer.

/** Puts more items at the end of a list. */
export function addAll<Item>(list: Item[], more: Iterable<Item>): void {
  for (const item of more) list.push(item);
}

/** The greatest of some numbers that is not below `least`. */
export function greatest(numbers: Iterable<number>, least: number): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
