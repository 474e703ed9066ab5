// The resources that are known to exist on the server: earlier ones, and those that this run created.
import type { Json } from "../../document/document.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Kind, Model } from "../../runtime/state/model.ts";
import { filledPath, parametersOf } from "../../runtime/state/operation-parts.ts";
import type { KnownValues } from "../plan/build-request.ts";

/** Values of path parameters. */
export type PathValues = Readonly<Record<string, string | number>>;

/** One resource: its path values, and whether this run created it. */
export interface Thing {
  readonly kind: Kind;
  /** Values of all parameters of its path. */
  readonly path: PathValues;
  /** Whether this run created it. */
  readonly isOwn: boolean;
  /** Its last known value. */
  readonly value?: unknown;
}

/** The known resources, keyed by their paths. */
export class World {
  readonly #model: Model;
  readonly #things = new Map<string, Thing>();
  /** Resources that are about to be removed: nothing else uses them. */
  readonly #claimed = new Set<string>();

  constructor(model: Model) {
    this.#model = model;
  }

  add(thing: Thing): Thing {
    const key = addressOf(thing);
    const known = this.#things.get(key);
    const merged = known === undefined ? thing : { ...thing, isOwn: known.isOwn || thing.isOwn };
    this.#things.set(key, merged);
    return merged;
  }

  /** Reserves a resource for one use. */
  claim(thing: Thing): void {
    this.#claimed.add(addressOf(thing));
  }

  remove(thing: Thing): void {
    this.#things.delete(addressOf(thing));
  }

  has(thing: Thing): boolean {
    return this.#things.has(addressOf(thing));
  }

  of(kind: Kind): readonly Thing[] {
    return [...this.#things].flatMap(([key, thing]) =>
      thing.kind === kind && !this.#claimed.has(key) ? [thing] : [],
    );
  }

  own(): readonly Thing[] {
    return [...this.#things.values()].filter(({ isOwn }) => isOwn);
  }

  /**
   * Returns path values for an operation, from the nearest known resource on its path; with `ownOnly`, only
   * from resources of this run.
   */
  valuesFor(operation: ApiOperation, ownOnly: boolean): KnownValues {
    const { path } = operation.source;
    const names = parametersOf(path);
    const nearest = this.#thingOn(path, ownOnly);
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
    return names.length === 0 || this.#thingOn(operation.source.path, ownOnly) !== undefined;
  }

  #thingOn(path: string, ownOnly: boolean): Thing | undefined {
    const kinds = this.#model.kinds
      .filter(
        ({ template }) =>
          path === template || path.startsWith(`${template}/`) || path.startsWith(`${template}:`),
      )
      .sort((one, other) => other.template.length - one.template.length);
    for (const kind of kinds) {
      const things = this.of(kind).filter(({ isOwn }) => isOwn || !ownOnly);
      // The most recently created resource has been used least.
      const thing = things.filter(({ isOwn }) => isOwn).at(-1) ?? things[0];
      if (thing !== undefined) return thing;
    }
    return undefined;
  }

  /**
   * Finds a resource of any kind with a parameter of this name: `senderId` in the body that adds a sender to
   * a pool.
   */
  #anyNamed(name: string): string | number | undefined {
    for (const thing of this.#things.values()) if (thing.kind.parameter === name) return thing.path[name];
    return undefined;
  }
}

/** Returns the path of a resource. */
export function addressOf({ kind, path }: Pick<Thing, "kind" | "path">): string {
  return filledPath(kind.template, path);
}
