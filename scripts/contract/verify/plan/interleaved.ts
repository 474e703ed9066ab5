// Takes one of each in turn, so that whoever stops early has seen something of everything.

/** All members of several lists: the first of each, then the second of each, and so on. */
export function* interleaved<T>(lists: readonly Iterable<T>[]): Generator<T> {
  let open = lists.map((list) => list[Symbol.iterator]());
  while (open.length > 0) {
    const left: Iterator<T>[] = [];
    for (const iterator of open) {
      const next = iterator.next();
      if (next.done === true) continue;
      left.push(iterator);
      yield next.value;
    }
    open = left;
  }
}
