// Schemas that differ between requests and responses: those that require a `readOnly` or `writeOnly`
// property.
import type { Json, JsonObject } from "../../document/document.ts";
import {
  childPointer,
  isArray,
  isObject,
  type Located,
  localPointer,
  refOf,
  resolvePointer,
} from "../../document/pointer.ts";
import { keywordsWith } from "../../vocabulary.ts";
import { type Found, reaching } from "../reaching.ts";

/** The half of an exchange that a schema is validated in. */
export type Direction = "request" | "response";

/**
 * Names that are not required of a value in a direction, because one of the schemas that apply together
 * exempts them.
 */
export type Lifted = ReadonlySet<string>;

export const nothingLifted: Lifted = new Set();

/**
 * The annotation that exempts a property from `required` in each direction (OpenAPI 3.0, Schema Object, fixed
 * fields).
 */
const lifting: Readonly<Record<Direction, string>> = { request: "readOnly", response: "writeOnly" };

/**
 * Keywords whose schemas apply to the same value: exemptions extend to them, unless they only test the value.
 */
const inPlace: ReadonlySet<string> = new Set(
  keywordsWith({ kind: "applicator", applies: "in place" }).filter(
    (keyword) => keyword !== "not" && keyword !== "if",
  ),
);

/** Returns the exemptions that remain below a keyword. */
export function liftedBelow(keyword: string, lifted: Lifted): Lifted {
  return inPlace.has(keyword) ? lifted : nothingLifted;
}

/** Finds, for a direction, the properties that a schema does not require. */
export class DirectedSchemas {
  readonly #root: JsonObject;
  readonly #depends: Readonly<Record<Direction, (place: Located) => boolean>>;
  readonly #own: Readonly<Record<Direction, WeakMap<JsonObject, Lifted>>> = {
    request: new WeakMap(),
    response: new WeakMap(),
  };

  constructor(root: JsonObject) {
    this.#root = root;
    this.#depends = {
      request: reaching((place) => this.#look("request", place)),
      response: reaching((place) => this.#look("response", place)),
    };
  }

  /**
   * Returns the names that a schema requires in a direction: a client need not send what only the server
   * writes, and vice versa.
   *
   * @param above  exemptions from the schemas that contain this one
   */
  requiredIn(direction: Direction | undefined, { node }: Located, above = nothingLifted): string[] {
    const required = isObject(node) && isArray(node["required"]) ? node["required"] : [];
    const names = required.filter((name) => typeof name === "string");
    if (direction === undefined || names.length === 0) return names;
    const lifted = this.liftedBy(direction, node, above);
    return names.filter((name) => !lifted.has(name));
  }

  /**
   * Returns the exemptions from a schema, from those that apply with it by `allOf` and `$ref`, and from
   * whichever branch of `anyOf` and `oneOf` applies, in addition to `above`.
   */
  liftedBy(direction: Direction | undefined, node: Json, above = nothingLifted): Lifted {
    if (direction === undefined || !isObject(node)) return above;
    const own = this.#collect(direction, node);
    if (own.size === 0 || above.size === 0) return own.size === 0 ? above : own;
    return new Set([...above, ...own]);
  }

  /**
   * Returns the exemptions at a reference that concern names which the schema requires and does not exempt
   * itself.
   */
  liftedWithin(direction: Direction | undefined, { node }: Located, above: Lifted): Lifted {
    if (direction === undefined || above.size === 0) return nothingLifted;
    const own = this.liftedBy(direction, node);
    const required = this.#requiredInPlace(node);
    return new Set([...above].filter((name) => required.has(name) && !own.has(name)));
  }

  /** Whether a schema, or one it references, requires different names in requests and in responses. */
  differs(place: Located): boolean {
    return this.dependsOn("request", place) || this.dependsOn("response", place);
  }

  /** Whether a schema, or one it references, requires less in a direction than it declares. */
  dependsOn(direction: Direction, place: Located): boolean {
    return this.#depends[direction](place);
  }

  /** Branches that lead back to their schema are rejected before (`schema-circles.ts`). */
  #collect(direction: Direction, node: JsonObject): Lifted {
    const known = this.#own[direction].get(node);
    if (known !== undefined) return known;
    const names = new Set<string>();
    this.#own[direction].set(node, names);
    for (const part of this.#together(node)) {
      const properties = isObject(part["properties"]) ? Object.entries(part["properties"]) : [];
      for (const [name, property] of properties) {
        if (this.#together(property).some((said) => said[lifting[direction]] === true)) names.add(name);
      }
      for (const list of [part["anyOf"], part["oneOf"]])
        for (const name of this.#collectFromAll(direction, list)) names.add(name);
    }
    return names;
  }

  /** Returns the names that every branch for objects exempts: whichever applies, the annotation does. */
  #collectFromAll(direction: Direction, list: Json | undefined): string[] {
    const [first, ...others] = (isArray(list) ? list : [])
      .filter(allowsObjects)
      .map((branch) => (isObject(branch) ? this.#collect(direction, branch) : nothingLifted));
    return [...(first ?? [])].filter((name) => others.every((names) => names.has(name)));
  }

  /** Returns a schema and all that it includes by `allOf` and `$ref`, each once. */
  #together(node: Json | undefined): JsonObject[] {
    const found = new Set<JsonObject>();
    const open: (Json | undefined)[] = [node];
    while (open.length > 0) {
      const schema = open.pop();
      if (!isObject(schema) || found.has(schema)) continue;
      found.add(schema);
      open.push(this.#target(schema)?.node);
      if (isArray(schema["allOf"])) for (const branch of schema["allOf"]) open.push(branch);
    }
    return [...found];
  }

  /** Returns all names that a schema requires of its value, in any branch. */
  #requiredInPlace(node: Json): ReadonlySet<string> {
    const names = new Set<string>();
    const seen = new Set<Json>();
    const open: (Json | undefined)[] = [node];
    while (open.length > 0) {
      const schema = open.pop();
      if (!isObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      const required = isArray(schema["required"]) ? schema["required"] : [];
      for (const name of required) if (typeof name === "string") names.add(name);
      open.push(this.#target(schema)?.node);
      for (const keyword of inPlace) {
        const below = schema[keyword];
        if (isArray(below)) for (const branch of below) open.push(branch);
        else open.push(below);
        if (keyword === "dependentSchemas" && isObject(below))
          for (const branch of Object.values(below)) open.push(branch);
      }
    }
    return names;
  }

  #target(node: Json): Located | undefined {
    const pointer = localPointer(refOf(node) ?? "");
    const target = pointer === undefined ? undefined : resolvePointer(this.#root, pointer);
    return pointer === undefined || target === undefined ? undefined : { pointer, node: target };
  }

  #look(direction: Direction, place: Located): Found {
    const refs: Located[] = [];
    return { has: this.#liftsHere(direction, place, refs), refs };
  }

  /** Examines one schema up to its `$ref`s, which it collects. */
  #liftsHere(direction: Direction, place: Located, refs: Located[], above = nothingLifted): boolean {
    const { pointer, node } = place;
    if (isArray(node)) {
      return node.some((item, index) =>
        this.#liftsHere(direction, { pointer: childPointer(pointer, index), node: item }, refs, above),
      );
    }
    if (!isObject(node)) return false;
    const lifted = this.liftedBy(direction, node, above);
    const target = this.#target(node);
    if (target !== undefined) {
      refs.push(target);
      if (this.liftedWithin(direction, target, lifted).size > 0) return true;
    }
    if (
      isArray(node["required"]) &&
      this.requiredIn(direction, place, above).length < node["required"].length
    )
      return true;
    return Object.entries(node).some(([key, value]) => {
      if (!isObject(value) && !isArray(value)) return false;
      const below = { pointer: childPointer(pointer, key), node: value };
      return this.#liftsHere(direction, below, refs, liftedBelow(key, lifted));
    });
  }
}

function allowsObjects(schema: Json): boolean {
  if (!isObject(schema)) return schema !== false;
  const type = schema["type"];
  return type === undefined || type === "object" || (isArray(type) && type.includes("object"));
}
