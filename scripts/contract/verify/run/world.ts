// The things that are known to exist at the server: those that were there, and those that this run created.
import type { Json } from "../../document/document.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Kind, Model } from "../../runtime/state/model.ts";
import { filledPath, parametersOf } from "../../runtime/state/operation-parts.ts";
import type { KnownValues } from "../plan/build-request.ts";

/** The values of a path's parameters. */
export type PathValues = Readonly<Record<string, string | number>>;

/** One thing: how it is named in paths, and whose it is. */
export interface Thing {
  readonly kind: Kind;
  /** The values of all parameters of the path to it. */
  readonly path: PathValues;
  /** Whether this run created it. */
  readonly isOwn: boolean;
  /** As it was last seen. */
  readonly value?: unknown;
}

export class World {
  readonly #model: Model;
  readonly #things = new Map<string, Thing>();
  /** Those that are about to be removed: nothing else is done with them. */
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

  /** Keeps a thing for one use. */
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

  /** Values for the path of an operation, from the nearest thing that it leads through; only what this run made, where that is asked for. */
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

  /** Whether a path leads to, or through, something that exists for certain. */
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
      // What was made last is the least used.
      const thing = things.filter(({ isOwn }) => isOwn).at(-1) ?? things[0];
      if (thing !== undefined) return thing;
    }
    return undefined;
  }

  /** A thing of the kind that has a parameter of this name, wherever it stands: `senderId` of what joins a pool. */
  #anyNamed(name: string): string | number | undefined {
    for (const thing of this.#things.values()) if (thing.kind.parameter === name) return thing.path[name];
    return undefined;
  }
}

/** The path to a thing. */
export function addressOf({ kind, path }: Pick<Thing, "kind" | "path">): string {
  return filledPath(kind.template, path);
}
