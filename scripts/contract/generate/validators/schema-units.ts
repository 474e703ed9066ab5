// Splits the schemas of a document into units, one for each referenced schema: each becomes one function,
// shared by all references to it, with only the keywords that decide validity.
import type { Json, JsonObject } from "../../document/document.ts";
import { childPointer, isArray, isObject, type Located, refOf, toRef } from "../../document/pointer.ts";
import { referred } from "../referred.ts";
import {
  DirectedSchemas,
  type Direction,
  type Lifted,
  liftedBelow,
  nothingLifted,
} from "./directed-schemas.ts";
import {
  decidingKeywords,
  schemaKeywords,
  schemaListKeywords,
  schemaMapKeywords,
  valueKeywords,
} from "./schema-keywords.ts";

/** A schema as passed to Ajv. */
export type UnitSchema = boolean | { readonly [keyword: string]: unknown };

/** A schema that becomes one function. */
export interface Unit {
  /** The value of a `$ref` to it in another unit. */
  readonly key: string;
  /** The location in the document, as errors report it: `#/components/schemas/Tags`. */
  readonly path: string;
  readonly schema: UnitSchema;
  /** The keys of the referenced units. */
  readonly refs: readonly string[];
  /** Number of its keywords, including those of its subschemas. */
  readonly keywords: number;
}

/** Which formats and patterns units check. */
export interface CheckPolicy {
  format(format: string, schema: JsonObject): boolean;
  /**
   * Whether a pattern is checked. May throw a DocumentError for a pattern that must not be checked.
   *
   * @param pointer  pointer of the pattern
   */
  pattern(pattern: string, pointer: string): boolean;
}

interface Cut {
  readonly direction: Direction | undefined;
  readonly refs: Set<string>;
  keywords: number;
}

/** The units of one document. */
export class SchemaUnits {
  readonly root: JsonObject;
  readonly #units = new Map<string, Unit>();
  readonly #policy: CheckPolicy;
  readonly #directed: DirectedSchemas;

  constructor(root: JsonObject, policy: CheckPolicy) {
    this.root = root;
    this.#policy = policy;
    this.#directed = new DirectedSchemas(root);
  }

  get all(): ReadonlyMap<string, Unit> {
    return this.#units;
  }

  /**
   * Returns the key of the unit for a schema. A schema that is only a `$ref` has the unit of its target.
   *
   * @param above  exemptions from `required` where the schema is referenced
   */
  add(place: Located, direction: Direction | undefined, above = nothingLifted): string {
    let target = place;
    while (isBareRef(target.node)) target = referred(this.root, target);
    const { pointer } = target;
    const lifted = this.#directed.liftedWithin(direction, target, above);
    const directed =
      lifted.size > 0 || (direction !== undefined && this.#directed.dependsOn(direction, target));
    const without = lifted.size > 0 ? ` without ${JSON.stringify([...lifted].sort())}` : "";
    const key = directed ? `${direction}${without}:${pointer}` : pointer;
    if (this.#units.has(key)) return key;
    // Stored before its parts are visited: they may refer to it.
    this.#units.set(key, { key, path: toRef(pointer), schema: true, refs: [], keywords: 0 });
    const cut: Cut = { direction: directed ? direction : undefined, refs: new Set(), keywords: 0 };
    const schema = this.#copy(target, cut, lifted);
    this.#units.set(key, { key, path: toRef(pointer), schema, refs: [...cut.refs], keywords: cut.keywords });
    return key;
  }

  /**
   * Adds a unit for an object that the document describes member by member, such as parameters and headers.
   *
   * @param pointer  the location that lists the members
   */
  addObject(
    name: string,
    pointer: string,
    object: {
      members: readonly { name: string; required: boolean; schema: Located | undefined }[];
      closed: boolean;
      direction: Direction;
    },
  ): string {
    const key = `${name}:${pointer}`;
    const properties = object.members.map(({ name: member, schema }): [string, UnitSchema] => [
      member,
      schema === undefined ? true : { $ref: this.add(schema, object.direction) },
    ]);
    const required = object.members.filter((member) => member.required).map((member) => member.name);
    const schema = {
      type: "object",
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries(properties),
      ...(object.closed ? { additionalProperties: false } : {}),
    };
    const refs = properties.flatMap(([, property]) =>
      typeof property === "object" && typeof property["$ref"] === "string" ? [property["$ref"]] : [],
    );
    this.#units.set(key, { key, path: toRef(pointer), schema, refs, keywords: properties.length + 2 });
    return key;
  }

  #copy(place: Located, cut: Cut, above: Lifted): UnitSchema {
    const { pointer, node } = place;
    if (!isObject(node)) return node !== false;
    const lifted = this.#directed.liftedBy(cut.direction, node, above);
    const copy: Record<string, unknown> = {};
    if (refOf(node) !== undefined) {
      const key = this.add(referred(this.root, place), cut.direction, lifted);
      cut.refs.add(key);
      copy["$ref"] = key;
    }
    for (const keyword of valueKeywords) {
      if (node[keyword] !== undefined) copy[keyword] = node[keyword];
    }
    if (isArray(node["required"])) copy["required"] = this.#directed.requiredIn(cut.direction, place, above);
    const { pattern, format } = node;
    if (typeof pattern === "string" && this.#policy.pattern(pattern, childPointer(pointer, "pattern")))
      copy["pattern"] = pattern;
    if (typeof format === "string" && this.#policy.format(format, node)) copy["format"] = format;
    for (const keyword of schemaKeywords) {
      const schema = node[keyword];
      if (schema !== undefined)
        copy[keyword] = this.#copy(below(pointer, schema, keyword), cut, liftedBelow(keyword, lifted));
    }
    for (const keyword of schemaListKeywords) {
      const list = node[keyword];
      if (isArray(list))
        copy[keyword] = list.map((schema, index) =>
          this.#copy(below(pointer, schema, keyword, index), cut, liftedBelow(keyword, lifted)),
        );
    }
    for (const keyword of schemaMapKeywords) {
      const map = node[keyword];
      if (isObject(map))
        copy[keyword] = this.#copyMap(below(pointer, map, keyword), map, cut, liftedBelow(keyword, lifted));
    }
    if (isObject(node["patternProperties"])) this.#dropUnread(place.pointer, copy);
    cut.keywords += Object.keys(copy).length;
    return copy;
  }

  /** A pattern that cannot be parsed might match any name: checks that depend on it are dropped, too. */
  #dropUnread(pointer: string, copy: Record<string, unknown>): void {
    const patterns = Object.entries((copy["patternProperties"] ?? {}) as Record<string, UnitSchema>);
    const read = patterns.filter(([source]) =>
      this.#policy.pattern(source, childPointer(pointer, "patternProperties", source)),
    );
    if (read.length === patterns.length) return;
    copy["patternProperties"] = Object.fromEntries(read);
    for (const keyword of ["additionalProperties", "unevaluatedProperties"])
      Reflect.deleteProperty(copy, keyword);
  }

  #copyMap(
    { pointer }: Located,
    map: JsonObject,
    cut: Cut,
    lifted: Lifted,
  ): { readonly [name: string]: UnitSchema } {
    const members = Object.entries(map).flatMap(([name, schema]): [string, UnitSchema][] =>
      schema === undefined ? [] : [[name, this.#copy(below(pointer, schema, name), cut, lifted)]],
    );
    return Object.fromEntries(members);
  }
}

function below(pointer: string, node: Json, ...segments: readonly (string | number)[]): Located {
  return { pointer: childPointer(pointer, ...segments), node };
}

/** Whether a schema has no keyword next to its `$ref` that decides validity. */
function isBareRef(node: Json): boolean {
  if (refOf(node) === undefined || !isObject(node)) return false;
  return decidingKeywords.every((keyword) => node[keyword] === undefined);
}
