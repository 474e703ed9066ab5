// All resources of a tenant by the path of their collection, and the members of lists.

/** A query parameter of lists, and a value by which it matches a resource. */
interface FoundBy {
  readonly name: string;
  readonly value: string;
}

/** One resource. */
export interface Resource {
  readonly id: string;
  value: Record<string, unknown>;
  version: number;
  /** Ascending over all resources: the order of creation. */
  readonly order: number;
  /** Matches besides its properties: query parameters of lists, with the matching values. */
  foundBy: readonly FoundBy[] | undefined;
}

/** What the paths below a resource begin with. */
export function belowPath(collection: string, id: string): string {
  return `${collection === "/" ? "" : collection}/${encodeURIComponent(id)}/`;
}

/** The resources of one tenant. */
export class Resources {
  /** Cached results of `all`, until a resource is added or removed. */
  readonly #listed = new Map<string, Resource[]>();
  readonly #byCollection = new Map<string, Map<string, Resource>>();
  readonly #byList = new Map<string, Set<string>>();
  /** Of each collection, an id that none comes after. */
  readonly #lastIds = new Map<string, string>();
  #lastOrder = 0;

  /** @param order  of a restored resource; a new one is the last */
  add(
    collection: string,
    id: string,
    value: Record<string, unknown>,
    order: number = this.#lastOrder + 1,
  ): Resource {
    this.#lastOrder = Math.max(this.#lastOrder, order);
    const entry: Resource = { id, value, version: 1, order, foundBy: undefined };
    let entries = this.#byCollection.get(collection);
    if (entries === undefined) this.#byCollection.set(collection, (entries = new Map<string, Resource>()));
    const before = entries.size;
    entries.set(id, entry);
    const lastId = this.#lastIds.get(collection);
    if (lastId === undefined || isAfter(id, lastId)) this.#lastIds.set(collection, id);
    const isLast = order === this.#lastOrder && entries.size > before;
    if (isLast) this.#listed.get(collection)?.push(entry);
    else this.#listed.delete(collection);
    return entry;
  }

  get(collection: string, id: string): Resource | undefined {
    return this.#byCollection.get(collection)?.get(id);
  }

  /**
   * Whether a collection has a resource. Most new ids come after all others, which saves looking them up:
   * that takes a tenth of a create.
   */
  has(collection: string, id: string): boolean {
    const lastId = this.#lastIds.get(collection);
    return lastId !== undefined && !isAfter(id, lastId) && this.get(collection, id) !== undefined;
  }

  /** Returns the resources in the order of their creation. */
  all(collection: string): readonly Resource[] {
    const known = this.#listed.get(collection);
    if (known !== undefined) return known;
    const all = [...(this.#byCollection.get(collection)?.values() ?? [])];
    // Restored resources may be out of order.
    if (all.some(({ order }, at) => at > 0 && order < (all[at - 1]?.order ?? 0)))
      all.sort((one, other) => one.order - other.order);
    this.#listed.set(collection, all);
    return all;
  }

  /** Returns the resources of all collections that are this many segments below a path, in order. */
  across(path: string, segments: number): readonly Resource[] {
    const found = [...this.#byCollection].flatMap(([collection, entries]) =>
      collection.startsWith(`${path}/`) && collection.slice(path.length).split("/").length === segments + 1
        ? [...entries.values()]
        : [],
    );
    return found.sort((one, other) => one.order - other.order);
  }

  /** Removes a resource and everything below its path. */
  remove(collection: string, id: string): void {
    this.#byCollection.get(collection)?.delete(id);
    this.#listed.delete(collection);
    const below = belowPath(collection, id);
    for (const map of [this.#byCollection, this.#byList, this.#listed]) {
      for (const path of map.keys()) if (path.startsWith(below)) map.delete(path);
    }
  }

  /** Returns the ids of the members of a list. */
  members(list: string): Set<string> {
    const members = this.#byList.get(list) ?? new Set<string>();
    this.#byList.set(list, members);
    return members;
  }

  /** Returns all collections by their paths. */
  collections(): ReadonlyMap<string, ReadonlyMap<string, Resource>> {
    return this.#byCollection;
  }

  /** Returns the ids of members by the paths of lists. */
  joined(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#byList;
  }

  clear(): void {
    this.#byCollection.clear();
    this.#listed.clear();
    this.#lastIds.clear();
    this.#lastOrder = 0;
    this.#byList.clear();
  }
}

/** Orders ids with counted numbers by these: `a-9`, `a-10`. */
function isAfter(id: string, other: string): boolean {
  return id.length > other.length || (id.length === other.length && id > other);
}
