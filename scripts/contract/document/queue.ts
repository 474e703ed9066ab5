// A FIFO queue with constant cost per operation; `Array.prototype.shift` moves all remaining items.

/** A first-in, first-out queue. */
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
