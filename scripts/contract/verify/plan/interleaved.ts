// Takes one of each in turn, so that whoever stops early has seen something of everything.

/**
 * All members of several lists: the first of each, then the second of each, and so on.
 *
 * @param isOver  asked before each step, since a list may look long for what it does not find
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
