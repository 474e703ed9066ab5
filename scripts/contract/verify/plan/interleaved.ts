// Interleaves lists, so that a run that stops early has covered a part of each.

/**
 * Yields all members of several lists: the first of each, then the second of each, and so on.
 *
 * @param isOver  called before each step, since a list may search long without a result
 */
export function* interleaved<T>(
  lists: readonly Iterable<T>[],
  isOver: () => boolean = () => false,
): Generator<T> {
  let open = lists.map((list) => list[Symbol.iterator]());
  while (open.length > 0) {
    const left: Iterator<T>[] = [];
    for (const iterator of open) {
      if (isOver()) return;
      const next = iterator.next();
      if (next.done === true) continue;
      left.push(iterator);
      yield next.value;
    }
    open = left;
  }
}
