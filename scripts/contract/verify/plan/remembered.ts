// A list that is made one by one, and only once, however many read it.

/** What a generator has given is kept; the rest is asked for when somebody comes to it. */
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
