// Kinds of resources by their paths and schemas, found without a walk over all others: a document may have
// tens of thousands.
import type { Kind } from "./model.ts";
import { parametersOf } from "./operation-parts.ts";
import type { Schemas } from "./schemas.ts";

type Located = Omit<Kind, "origin">;

/** Kinds with the same schema, by the parameters of their collections. */
export interface Alike<One> {
  readonly names: readonly string[];
  readonly kinds: readonly One[];
}

interface Segment<One> {
  readonly below: Map<string, Segment<One>>;
  readonly kinds: One[];
}

/** Whether a kind's collections are below a path by parameters alone: `/stock/{store}` below `/stock`. */
export function isBelowBy({ collection }: Pick<Kind, "collection">, path: string): boolean {
  return collection.startsWith(`${path}/`) && /^(\/\{[^{}/]+\})+$/.test(collection.slice(path.length));
}

/** The kinds of one document; a look-up takes time in proportion to the path's length. */
export class KindPaths<One extends Located> {
  readonly #schemas: Schemas;
  readonly #root: Segment<One> = { below: new Map(), kinds: [] };
  readonly #collections = new Map<string, One[]>();
  readonly #alike = new Map<string, Map<string, { readonly names: string[]; readonly kinds: One[] }>>();
  readonly #positions = new Map<One, number>();

  constructor(kinds: readonly One[], schemas: Schemas) {
    this.#schemas = schemas;
    for (const kind of kinds) this.#add(kind);
  }

  #add(kind: One): void {
    this.#positions.set(kind, this.#positions.size);
    let segment = this.#root;
    for (const name of kind.template.split("/")) {
      const next: Segment<One> = segment.below.get(name) ?? { below: new Map(), kinds: [] };
      segment.below.set(name, next);
      segment = next;
    }
    segment.kinds.push(kind);
    const there = this.#collections.get(kind.collection) ?? [];
    there.push(kind);
    this.#collections.set(kind.collection, there);
    if (kind.isSingle === true) return;
    const identity = this.#schemas.identity(kind.schema);
    const alike = this.#alike.get(identity) ?? new Map<string, { names: string[]; kinds: One[] }>();
    this.#alike.set(identity, alike);
    const names = parametersOf(kind.collection);
    const key = names.join("/");
    const group = alike.get(key) ?? { names, kinds: [] };
    alike.set(key, group);
    group.kinds.push(kind);
  }

  /** Returns the kinds with a template, in order. */
  withTemplate(path: string): readonly One[] {
    let segment: Segment<One> | undefined = this.#root;
    for (const name of path.split("/")) segment = segment?.below.get(name);
    return segment?.kinds ?? [];
  }

  /** Returns the kinds with a collection, in order. */
  withCollection(path: string): readonly One[] {
    return this.#collections.get(path) ?? [];
  }

  /** Returns the kinds whose template a path is below of, in order. */
  above(path: string): One[] {
    const found: One[] = [];
    let segment: Segment<One> | undefined = this.#root;
    for (const name of path.split("/")) {
      if (segment === undefined) break;
      for (const kind of segment.kinds) found.push(kind);
      segment = segment.below.get(name);
    }
    return found.sort((one, other) => this.#position(one) - this.#position(other));
  }

  /** Returns the kinds with ids whose resources have a schema. */
  alike(schema: unknown): readonly Alike<One>[] {
    return [...(this.#alike.get(this.#schemas.identity(schema))?.values() ?? [])];
  }

  /**
   * Returns the first kind of a schema whose collection has no other parameters than a path, and whether it
   * is the only one.
   */
  fitting(schema: unknown, path: string): { readonly first: One | undefined; readonly isOnly: boolean } {
    const fit = this.alike(schema).filter(({ names }) => names.every((name) => path.includes(`{${name}}`)));
    const [first] = fit
      .flatMap(({ kinds: [one] }) => one ?? [])
      .sort((one, other) => this.#position(one) - this.#position(other));
    return { first, isOnly: fit.length === 1 && fit[0]?.kinds.length === 1 };
  }

  /** Returns the only kind of a schema whose collections are below a path by parameters alone. */
  below(schema: unknown, path: string): One | undefined {
    const found = this.alike(schema).flatMap(({ kinds }) => kinds.filter((kind) => isBelowBy(kind, path)));
    return found.length === 1 ? found[0] : undefined;
  }

  #position(kind: One): number {
    return this.#positions.get(kind) ?? 0;
  }
}
