// Which schemas mean something else in requests than in answers: those that require a `readOnly` or `writeOnly` property.
import type { JsonObject } from "../../document/document.ts";
import {
  child,
  childPointer,
  follow,
  isArray,
  isObject,
  type Located,
  localPointer,
  refOf,
  resolvePointer,
} from "../../document/pointer.ts";

import { type Found, reaching } from "../reaching.ts";

export type Direction = "request" | "response";

/** The annotation that lifts a property's `required` in each direction (OpenAPI 3.0, Schema Object, fixed fields). */
const lifting: Readonly<Record<Direction, string>> = { request: "readOnly", response: "writeOnly" };

export class DirectedSchemas {
  readonly #root: JsonObject;
  readonly #depends: Readonly<Record<Direction, (place: Located) => boolean>>;

  constructor(root: JsonObject) {
    this.#root = root;
    this.#depends = {
      request: reaching((place) => this.#look("request", place)),
      response: reaching((place) => this.#look("response", place)),
    };
  }

  /** The names a schema requires in a direction: a client need not send what only the server writes, and the reverse. */
  requiredIn(direction: Direction | undefined, { pointer, node }: Located): string[] {
    const required = isObject(node) && isArray(node["required"]) ? node["required"] : [];
    const names = required.filter((name) => typeof name === "string");
    if (direction === undefined) return names;
    return names.filter((name) => !this.#isLifted(direction, { pointer, node }, name));
  }

  /** Whether the schema, or one that applies beside it at the same value (`allOf`, `$ref`), declares the property as lifted. */
  #isLifted(
    direction: Direction,
    { pointer, node }: Located,
    name: string,
    seen = new Set<unknown>(),
  ): boolean {
    if (!isObject(node) || seen.has(node)) return false;
    seen.add(node);
    const property = child(node["properties"], name);
    if (property !== undefined) {
      const place = { pointer: childPointer(pointer, "properties", name), node: property };
      const declared = [property, follow(this.#root, place).node];
      if (declared.some((schema) => isObject(schema) && schema[lifting[direction]] === true)) return true;
    }
    const branches = isArray(node["allOf"]) ? node["allOf"] : [];
    const beside = branches.map((branch, index) => ({
      pointer: childPointer(pointer, "allOf", index),
      node: branch,
    }));
    if (refOf(node) !== undefined) beside.push(follow(this.#root, { pointer, node }));
    return beside.some((place) => this.#isLifted(direction, place, name, seen));
  }

  /** Whether a schema, or one it refers to, requires something else in requests than in responses. */
  differs(place: Located): boolean {
    return this.dependsOn("request", place) || this.dependsOn("response", place);
  }

  /** Whether a schema, or one it refers to, requires less in a direction than it says. */
  dependsOn(direction: Direction, place: Located): boolean {
    return this.#depends[direction](place);
  }

  #look(direction: Direction, place: Located): Found {
    const refs: string[] = [];
    const has = this.#liftsHere(direction, place, refs);
    const targets = refs.flatMap((pointer) => {
      const node = resolvePointer(this.#root, pointer);
      return node === undefined ? [] : { pointer, node };
    });
    return { has, refs: targets };
  }

  /** Looks through one schema down to its `$ref`s, which it collects. */
  #liftsHere(direction: Direction, place: Located, refs: string[]): boolean {
    const { pointer, node } = place;
    if (isArray(node)) {
      return node.some((item, index) =>
        this.#liftsHere(direction, { pointer: childPointer(pointer, index), node: item }, refs),
      );
    }
    if (!isObject(node)) return false;
    const target = localPointer(refOf(node) ?? "");
    if (target !== undefined) refs.push(target);
    if (isArray(node["required"]) && this.requiredIn(direction, place).length < node["required"].length)
      return true;
    return Object.entries(node).some(
      ([key, value]) =>
        (isObject(value) || isArray(value)) &&
        this.#liftsHere(direction, { pointer: childPointer(pointer, key), node: value }, refs),
    );
  }
}
