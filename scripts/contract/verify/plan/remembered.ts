// A lazily computed list, shared by its readers.

/** Caches the items of a generator, which is advanced on demand. */
export class Remembered<T> implements Iterable<T> {
  readonly #given: T[] = [];
  readonly #source: Iterator<T>;

  constructor(source: Iterable<T>) {
    this.#source = source[Symbol.iterator]();
  }

  *[Symbol.iterator](): Generator<T> {
    for (let at = 0; ; at += 1) {
      if (at >= this.#given.length) {
        const next = this.#source.next();
        if (next.done === true) return;
        this.#given.push(next.value);
      }
      yield this.#given[at]!;
    }
  }
}
