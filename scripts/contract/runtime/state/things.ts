// Everything that exists for a tenant: things by the path of their collection, and who has joined which list.

/** One thing. */
export interface Thing {
  readonly id: string;
  value: Record<string, unknown>;
  version: number;
  /** Counts up over all things: the order of creation. */
  readonly order: number;
  /** What is known of it beside its properties: the query parameter of a list, and the values it is found by. */
  readonly foundBy: Map<string, Set<string>>;
}

export class Things {
  private readonly byCollection = new Map<string, Map<string, Thing>>();
  private readonly byList = new Map<string, Set<string>>();
  private lastOrder = 0;

  /** @param order  of a thing that comes back; a new one is the last */
  add(
    collection: string,
    id: string,
    value: Record<string, unknown>,
    order: number = this.lastOrder + 1,
  ): Thing {
    this.lastOrder = Math.max(this.lastOrder, order);
    const entry: Thing = { id, value, version: 1, order, foundBy: new Map() };
    const entries = this.byCollection.get(collection) ?? new Map<string, Thing>();
    this.byCollection.set(collection, entries.set(id, entry));
    return entry;
  }

  get(collection: string, id: string): Thing | undefined {
    return this.byCollection.get(collection)?.get(id);
  }

  /** In the order of their creation. */
  all(collection: string): Thing[] {
    return [...(this.byCollection.get(collection)?.values() ?? [])];
  }

  /** Removes a thing, and all that is below its path. */
  remove(collection: string, id: string): void {
    this.byCollection.get(collection)?.delete(id);
    const below = `${collection}/${encodeURIComponent(id)}/`;
    for (const map of [this.byCollection, this.byList]) {
      for (const path of map.keys()) if (path.startsWith(below)) map.delete(path);
    }
  }

  /** The ids of those that have joined a list. */
  members(list: string): Set<string> {
    const members = this.byList.get(list) ?? new Set<string>();
    this.byList.set(list, members);
    return members;
  }

  /** All collections by their paths. */
  collections(): ReadonlyMap<string, ReadonlyMap<string, Thing>> {
    return this.byCollection;
  }

  /** The ids of those that have joined, by the paths of lists. */
  joined(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.byList;
  }

  clear(): void {
    this.byCollection.clear();
    this.lastOrder = 0;
    this.byList.clear();
  }
}
