// First in, first out, at the same cost however long it is: an array moves all of its items to give away the first.

export class Queue<Item> {
  readonly #items: Item[] = [];
  #taken = 0;

  get length(): number {
    return this.#items.length - this.#taken;
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  shift(): Item | undefined {
    return this.#taken < this.#items.length ? this.#items[this.#taken++] : undefined;
  }
}
