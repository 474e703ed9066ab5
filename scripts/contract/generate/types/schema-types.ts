// The type of each schema of a document: the closest TypeScript type of its values.
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
import {
  type Direction,
  type DirectedSchemas,
  type Lifted,
  nothingLifted,
} from "../validators/directed-schemas.ts";
import { isInt64, usualTypes, type ValueTypes } from "../value-types.ts";
import { join, joinAll } from "./join-types.ts";
import { kindsIn } from "./kinds-in.ts";
import { literalType } from "./literal-type.ts";
import { listType } from "./list-type.ts";
import { objectType } from "./object-type.ts";
import { taggedBranches } from "./tagged-branches.ts";
import { never, type Type, unionOf, unknown, valueKinds, type ValueKind, wide } from "./type.ts";

/** The types of a document's schemas in one direction. */
export class SchemaTypes {
  readonly root: JsonObject;
  readonly direction: Direction;
  readonly #directed: DirectedSchemas;
  readonly #values: ValueTypes;
  readonly #named = new Map<string, Type>();
  readonly #open = new Set<string>();
  readonly #kinds = new WeakMap<Type, ReadonlySet<ValueKind>>();
  /** Number of queries for the kinds of a schema that are not yet known. */
  #unknownYet = 0;

  constructor(root: JsonObject, direction: Direction, directed: DirectedSchemas, values = usualTypes) {
    this.root = root;
    this.direction = direction;
    this.#directed = directed;
    this.#values = values;
  }

  /**
   * Returns the type of a schema; references remain names.
   *
   * @param above  names that are not required of the value, because of the schemas that contain this one
   */
  of(place: Located, above = nothingLifted): Type {
    const { node } = place;
    if (node === false) return never;
    if (!isObject(node)) return unknown;
    if (node["not"] === true || (isObject(node["not"]) && Object.keys(node["not"]).length === 0))
      return never;
    const lifted = this.#directed.liftedBy(this.direction, node, above);
    const values = this.#literals(node);
    const kinds = kindsIn(node);
    const own =
      values === undefined
        ? this.#ownTypes(place, kinds, lifted)
        : joinAll([values, unionOf(kinds.map(wide))], this.kindsOf);
    const reference = this.#reference(node, lifted);
    const parts = [
      ...this.#branches(place, "allOf", lifted),
      ...(reference === undefined ? [] : [reference]),
      own,
    ];
    const choices = ["anyOf", "oneOf"].flatMap((keyword) => {
      const branches = this.#branches(place, keyword, lifted);
      return branches.length === 0 ? [] : [unionOf(taggedBranches(this, place, keyword, branches))];
    });
    return joinAll([...parts, ...choices], this.kindsOf);
  }

  /** Returns the type of a named schema, with its own references resolved one level. */
  named(pointer: string): Type {
    const known = this.#named.get(pointer);
    if (known !== undefined) return known;
    const node = resolvePointer(this.root, pointer);
    if (node === undefined || this.#open.has(pointer)) return unknown;
    this.#open.add(pointer);
    const unknownYet = this.#unknownYet;
    const type = this.of({ pointer, node });
    this.#unknownYet = unknownYet;
    this.#open.delete(pointer);
    this.#named.set(pointer, type);
    return type;
  }

  /** Returns the kinds of values that a type can contain; all of them if it is recursive. */
  readonly kindsOf = (type: Type): ReadonlySet<ValueKind> => {
    const known = this.#kinds.get(type);
    if (known !== undefined) return known;
    const unknownYet = this.#unknownYet;
    const kinds = this.#findKinds(type);
    if (this.#unknownYet === unknownYet) this.#kinds.set(type, kinds);
    return kinds;
  };

  #findKinds(type: Type): ReadonlySet<ValueKind> {
    switch (type.kind) {
      case "unknown":
        return new Set(valueKinds);
      case "never":
        return new Set();
      case "plain":
        return new Set([type.of]);
      case "marked":
        return new Set([type.name === "Int64" ? "number" : "string"]);
      case "literal":
        return new Set([typeof type.value as ValueKind]);
      case "list":
        return new Set(["array"]);
      case "object":
        return new Set(["object"]);
      case "named":
        if (!this.#open.has(type.pointer)) return this.kindsOf(this.named(type.pointer));
        this.#unknownYet += 1;
        return new Set(valueKinds);
      case "union":
        return new Set(type.of.flatMap((one) => [...this.kindsOf(one)]));
      case "all":
        return type.of
          .map(this.kindsOf)
          .reduce((left, right) => new Set([...left].filter((kind) => right.has(kind))));
      case "requiring":
        return this.kindsOf(type.of);
    }
  }

  /** Returns the names that an object must have in this direction. */
  requiredIn(place: Located, above: Lifted): string[] {
    return this.#directed.requiredIn(this.direction, place, above);
  }

  /** Returns the type of the schema below a keyword. */
  below({ pointer, node }: Located, ...segments: readonly (string | number)[]): Type {
    const below = resolvePointer(node, childPointer("", ...segments));
    return below === undefined
      ? unknown
      : this.of({ pointer: childPointer(pointer, ...segments), node: below });
  }

  #branches({ pointer, node }: Located, keyword: string, lifted: Lifted): Type[] {
    const list = isObject(node) ? node[keyword] : undefined;
    if (!isArray(list)) return [];
    return list.map((branch, index) =>
      this.of({ pointer: childPointer(pointer, keyword, index), node: branch }, lifted),
    );
  }

  /** Returns a reference, unless less is required here than where the schema is declared. */
  #reference(node: JsonObject, lifted: Lifted): Type | undefined {
    const pointer = localPointer(refOf(node) ?? "");
    if (pointer === undefined) return undefined;
    const target = resolvePointer(this.root, pointer);
    if (target === undefined) return unknown;
    const within = this.#directed.liftedWithin(this.direction, { pointer, node: target }, lifted);
    return within.size > 0 ? this.of({ pointer, node: target }, within) : { kind: "named", pointer };
  }

  #literals(node: JsonObject): Type | undefined {
    const values = isArray(node["enum"]) ? unionOf(node["enum"].map(literalType)) : undefined;
    const value: Json | undefined = node["const"];
    if (value === undefined) return values;
    return values === undefined ? literalType(value) : join(values, literalType(value), this.kindsOf);
  }

  /** Returns the type that results from the keywords for each kind of value. */
  #ownTypes(place: Located, kinds: readonly ValueKind[], lifted: Lifted): Type {
    if (!isObject(place.node)) return unknown;
    const { node } = place;
    if (kinds.length === valueKinds.length) return stringMark(node, this.#values) ?? unknown;
    return unionOf(
      kinds.map((kind): Type => {
        if (kind === "object") return objectType(this, place, lifted);
        if (kind === "array") return listType(this, place);
        if (kind === "number" && this.#values.int64 !== "number" && isInt64(node)) return int64;
        return (kind === "string" ? stringMark(node, this.#values) : undefined) ?? wide(kind);
      }),
    );
  }
}

const int64: Type = { kind: "marked", name: "Int64" };

/**
 * Returns the type of date-times and binary content, as OpenAPI declares them: 3.0 by `format`, 3.1 by
 * `contentMediaType`, with or without a type.
 */
function stringMark(node: JsonObject, { dates }: ValueTypes): Type | undefined {
  if (node["format"] === "date-time" && node["type"] !== undefined)
    return dates === "Date" ? { kind: "marked", name: "DateTime" } : undefined;
  const media = node["contentMediaType"];
  const encoded = node["contentEncoding"] !== undefined && node["contentEncoding"] !== "binary";
  const binary =
    typeof media === "string" &&
    !encoded &&
    !/^(text\/|application\/(json$|xml$))|\+(json|xml)$/i.test(media);
  return binary || node["format"] === "binary" ? { kind: "marked", name: "Binary" } : undefined;
}
