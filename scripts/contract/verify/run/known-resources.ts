// The resources that are known to exist on the server: earlier ones, and those that this run created.
import type { Json } from "../../document/document.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Kind, Model } from "../../runtime/state/model.ts";
import { filledPath, parametersOf } from "../../runtime/state/operation-parts.ts";
import type { KnownValues } from "../plan/build-request.ts";

/** Values of path parameters. */
export type PathValues = Readonly<Record<string, string | number>>;

/** One resource: its path values, and whether this run created it. */
export interface Resource {
  readonly kind: Kind;
  /** Values of all parameters of its path. */
  readonly path: PathValues;
  /** Whether this run created it. */
  readonly isOwn: boolean;
  /** Its last known value. */
  readonly value?: unknown;
}

/** The known resources, keyed by their paths. */
export class KnownResources {
  readonly #model: Model;
  readonly #resources = new Map<string, Resource>();
  /** Resources that are about to be removed: nothing else uses them. */
  readonly #claimed = new Set<string>();

  constructor(model: Model) {
    this.#model = model;
  }

  add(resource: Resource): Resource {
    const key = addressOf(resource);
    const known = this.#resources.get(key);
    const merged = known === undefined ? resource : { ...resource, isOwn: known.isOwn || resource.isOwn };
    this.#resources.set(key, merged);
    return merged;
  }

  /** Reserves a resource for one use. */
  claim(resource: Resource): void {
    this.#claimed.add(addressOf(resource));
  }

  remove(resource: Resource): void {
    this.#resources.delete(addressOf(resource));
  }

  has(resource: Resource): boolean {
    return this.#resources.has(addressOf(resource));
  }

  of(kind: Kind): readonly Resource[] {
    return [...this.#resources].flatMap(([key, resource]) =>
      resource.kind === kind && !this.#claimed.has(key) ? [resource] : [],
    );
  }

  own(): readonly Resource[] {
    return [...this.#resources.values()].filter(({ isOwn }) => isOwn);
  }

  /**
   * Returns path values for an operation, from the nearest known resource on its path; with `ownOnly`, only
   * from resources of this run.
   */
  valuesFor(operation: ApiOperation, ownOnly: boolean): KnownValues {
    const { path } = operation.source;
    const names = parametersOf(path);
    const nearest = this.#resourceOn(path, ownOnly);
    const values = new Map<string, Json>();
    for (const name of names) {
      const value = nearest?.path[name] ?? this.#anyNamed(name);
      if (value !== undefined) values.set(`path/${name}`, value);
    }
    return values;
  }

  /** Returns whether a path leads to, or through, a resource that certainly exists. */
  isThere(operation: ApiOperation, ownOnly: boolean): boolean {
    const names = parametersOf(operation.source.path);
    return names.length === 0 || this.#resourceOn(operation.source.path, ownOnly) !== undefined;
  }

  #resourceOn(path: string, ownOnly: boolean): Resource | undefined {
    const kinds = this.#model.kinds
      .filter(
        ({ template }) =>
          path === template || path.startsWith(`${template}/`) || path.startsWith(`${template}:`),
      )
      .sort((one, other) => other.template.length - one.template.length);
    for (const kind of kinds) {
      const resources = this.of(kind).filter(({ isOwn }) => isOwn || !ownOnly);
      // The most recently created resource has been used least.
      const resource = resources.filter(({ isOwn }) => isOwn).at(-1) ?? resources[0];
      if (resource !== undefined) return resource;
    }
    return undefined;
  }

  /**
   * Finds a resource of any kind with a parameter of this name: `senderId` in the body that adds a sender to
   * a pool.
   */
  #anyNamed(name: string): string | number | undefined {
    for (const resource of this.#resources.values())
      if (resource.kind.parameter === name) return resource.path[name];
    return undefined;
  }
}

/** Returns the path of a resource. */
export function addressOf({ kind, path }: Pick<Resource, "kind" | "path">): string {
  return filledPath(kind.template, path);
}
