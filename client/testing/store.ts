// Everything that exists in a test: things by the path of their collection, and who has joined which list.

/** One thing. */
export interface Entry {
  readonly id: string;
  value: Record<string, unknown>;
  version: number;
  /** Counts up over all things: the order of creation. */
  readonly order: number;
  /** What is known of it beside its properties: the query parameter of a list, and the values it is found by. */
  readonly foundBy: Map<string, Set<string>>;
}

export class TestStore {
  readonly #collections = new Map<string, Map<string, Entry>>();
  readonly #members = new Map<string, Set<string>>();
  #order = 0;

  add(collection: string, id: string, value: Record<string, unknown>): Entry {
    const entry: Entry = { id, value, version: 1, order: (this.#order += 1), foundBy: new Map() };
    const entries = this.#collections.get(collection) ?? new Map<string, Entry>();
    this.#collections.set(collection, entries.set(id, entry));
    return entry;
  }

  get(collection: string, id: string): Entry | undefined {
    return this.#collections.get(collection)?.get(id);
  }

  /** In the order of their creation. */
  all(collection: string): Entry[] {
    return [...(this.#collections.get(collection)?.values() ?? [])];
  }

  /** Removes a thing, and all that is below its path. */
  remove(collection: string, id: string): void {
    this.#collections.get(collection)?.delete(id);
    const below = `${collection}/${id}/`;
    for (const map of [this.#collections, this.#members]) {
      for (const path of map.keys()) if (path.startsWith(below)) map.delete(path);
    }
  }

  /** The ids of those that have joined a list. */
  members(list: string): Set<string> {
    const members = this.#members.get(list) ?? new Set<string>();
    this.#members.set(list, members);
    return members;
  }

  clear(): void {
    this.#collections.clear();
    this.#members.clear();
  }
}
