// Finds where responses contain values that a client converts: date-times, and 64-bit integers if the client
// reads them exactly. Both are called dates here. Each referenced schema with dates becomes one constant,
// shared by all responses that contain it: `const poolDates = { createdAt: true }`.
import type { Json, JsonObject } from "../../document/document.ts";
import {
  child,
  childPointer,
  follow,
  isArray,
  isObject,
  localPointer,
  type Located,
  refOf,
  resolvePointer,
} from "../../document/pointer.ts";
import type { ClientValue } from "../client-runtime.ts";
import type { Code } from "../code.ts";
import type { Plan } from "../plan.ts";
import { isInt64, type ValueTypes } from "../value-types.ts";
import { DateConstants, type PrintedDates } from "./date-constants.ts";
import { type Dates, Every, integers, merged, Tuple } from "./date-tree.ts";
import { reachingSchemas } from "./reachable-schemas.ts";
import { unionDates } from "./union-dates.ts";

const unions = ["anyOf", "oneOf"] as const;

/** The values to convert. */
export interface Leaves {
  readonly dates: boolean;
  /** The runtime function that converts integers of 64 bits; undefined if they are numbers. */
  readonly integers: ClientValue | undefined;
}

/** Returns the values that a client converts in responses. */
export function leavesOf({ int64, dates }: ValueTypes): Leaves {
  const name = int64 === "bigint" ? "bigints" : "digits";
  return {
    dates: dates === "Date",
    integers: int64 === "number" ? undefined : { module: "response/exact-integers.ts", name },
  };
}

/** The dates of the schemas of one document; each schema is visited once. */
export class DatePaths {
  readonly #root: JsonObject;
  readonly #leaves: Leaves;
  readonly #reaches: (place: Located) => boolean;
  readonly #names: (schemaPointer: string) => Code;
  /** Dates by pointer; undefined for a schema without dates. */
  readonly #found = new Map<string, Dates | undefined>();
  /** Dates of schemas that apply in place (such as parts of `allOf`), by pointer: each is visited once. */
  readonly #inlined = new Map<string, Dates | undefined>();
  /** Schemas that are being visited. */
  readonly #open = new Set<string>();
  /** Schemas that were reached again while they were visited. */
  readonly #circular = new Set<string>();
  /** The constants that the values refer to. */
  readonly constants: DateConstants;

  /** @param names  returns the name for the constant of a schema */
  constructor(plan: Plan, names: (schemaPointer: string) => Code, leaves = leavesOf(plan.values)) {
    this.#root = plan.document.root;
    this.#names = names;
    this.#leaves = leaves;
    this.constants = new DateConstants(leaves.integers);
    this.#reaches = reachingSchemas(this.#root, (node) => this.#leafOf(node) !== undefined);
  }

  /** Returns the dates of a schema; undefined if it contains none. */
  of(schema: Located | undefined): PrintedDates | undefined {
    const dates = schema && this.#datesOf(schema);
    return dates && this.constants.print(dates);
  }

  #leafOf(node: JsonObject): Dates | undefined {
    // As in the types: without a type, the schema accepts other values than texts.
    if (node["format"] === "date-time")
      return this.#leaves.dates && node["type"] !== undefined ? true : undefined;
    return this.#leaves.integers !== undefined && isInt64(node) ? integers : undefined;
  }

  /** Returns the dates of a schema, or the name of its constant. */
  #datesOf(schema: Located): Dates | undefined {
    const ref = refOf(schema.node);
    const target = ref === undefined ? undefined : localPointer(ref);
    const pointer = target ?? schema.pointer;
    // A recursive schema: there will be a constant to refer to if any schema in the cycle has a date.
    if (this.#open.has(pointer)) {
      this.#circular.add(pointer);
      return this.#reachesMoment(pointer) ? this.#names(pointer) : undefined;
    }
    if (this.#found.has(pointer)) return this.#found.get(pointer);
    this.#open.add(pointer);
    const dates = this.#inline(follow(this.#root, schema), new Set());
    this.#open.delete(pointer);
    const named =
      (target !== undefined && typeof dates === "object" && dates !== integers) ||
      this.#circular.has(pointer);
    const own =
      named && dates !== undefined
        ? this.constants.declare(this.#names(pointer), dates, this.#circular.has(pointer))
        : dates;
    this.#found.set(pointer, own);
    return own;
  }

  /** Returns the dates of a schema that applies in place, never as a constant. */
  #inline({ pointer, node }: Located, composing: ReadonlySet<string>): Dates | undefined {
    if (this.#inlined.has(pointer)) return this.#inlined.get(pointer);
    if (!isObject(node) || composing.has(pointer)) return undefined;
    const dates = this.#within(pointer, node, new Set([...composing, pointer]));
    this.#inlined.set(pointer, dates);
    return dates;
  }

  /**
   * Merges the dates of everything that a schema declares.
   *
   * @param within  pointers of the schemas that this one is a part of in place
   */
  #within(pointer: string, node: JsonObject, within: ReadonlySet<string>): Dates | undefined {
    const leaf = this.#leafOf(node);
    if (leaf !== undefined) return leaf;
    const members = new Map<string, Dates>();
    for (const [key, place] of this.#members(pointer, node)) {
      const dates = this.#datesOf(place);
      if (dates !== undefined) members.set(key, dates);
    }
    const matched = this.#matched(pointer, node);
    if (matched !== undefined) members.set("*", matched);
    // The dates of additional properties do not apply to declared ones.
    const named = members.has("*") && isObject(node["properties"]) ? Object.keys(node["properties"]) : [];
    for (const key of named) if (!members.has(key)) members.set(key, new Map());
    return [
      this.#list(pointer, node),
      ...branches(pointer, node, "allOf").map((part) => this.#inline(follow(this.#root, part), within)),
      ...unions.map((keyword) => this.#union(node, branches(pointer, node, keyword), within)),
      members.size > 0 ? members : undefined,
    ].reduce(merged, undefined);
  }

  /** Returns the dates of an array. If all items have the same, these are also the array's: see `Dates`. */
  #list(pointer: string, node: JsonObject): Dates | undefined {
    const items = at(pointer, node, "items");
    const rest = items && this.#datesOf(items);
    const found = branches(pointer, node, "prefixItems").map((item) => this.#datesOf(item));
    const first = found.map((dates) => dates ?? new Map<string, Dates>());
    if (!found.every((dates) => dates === rest)) return new Tuple(first, rest);
    // An array in an array is transparent, too. Not if its items are tuples or unions: their reader expects
    // one item, and would take the outer array for it.
    return rest !== undefined && this.#hasReader(rest, items) ? new Tuple([], rest) : rest;
  }

  /** Whether dates are read by a function (`tupleDates`, `everyDates`) instead of by paths. */
  #hasReader(dates: Dates, schema: Located | undefined): boolean {
    if (typeof dates !== "string") return dates instanceof Tuple || dates instanceof Every;
    const known = this.constants.datesOf(dates);
    return known === undefined ? this.#mayBeTuple(schema, new Set()) : this.#hasReader(known, schema);
  }

  /** The same for a recursive schema, whose constant is not declared yet. */
  #mayBeTuple(schema: Located | undefined, seen: Set<string>): boolean {
    if (schema === undefined) return false;
    const { pointer, node } = follow(this.#root, schema);
    if (!isObject(node) || seen.has(pointer)) return false;
    seen.add(pointer);
    return (
      isArray(node["prefixItems"]) ||
      unions.some((keyword) => branches(pointer, node, keyword).length > 1) ||
      [...unions, "allOf"].some((keyword) =>
        branches(pointer, node, keyword).some((part) => this.#mayBeTuple(part, seen)),
      )
    );
  }

  #union(node: JsonObject, parts: readonly Located[], within: ReadonlySet<string>): Dates | undefined {
    const found = parts.map((part) => [part, this.#inline(follow(this.#root, part), within)] as const);
    return unionDates(this.#root, node, new Map(found));
  }

  #reachesMoment(pointer: string): boolean {
    const node = resolvePointer(this.#root, pointer);
    return node !== undefined && this.#reaches({ pointer, node });
  }

  /** Yields the schemas of properties; with the key `*`, that of additional ones. */
  *#members(pointer: string, node: JsonObject): Generator<[string, Located]> {
    const properties = at(pointer, node, "properties");
    for (const key of Object.keys(isObject(properties?.node) ? properties.node : {})) {
      const property = properties && at(properties.pointer, properties.node, key);
      if (property !== undefined) yield [key, property];
    }
    const others = at(pointer, node, "additionalProperties");
    if (others !== undefined && isObject(others.node)) yield ["*", others];
  }

  /** Returns the dates of members that only patterns allow: applied if no other members are allowed. */
  #matched(pointer: string, node: JsonObject): Dates | undefined {
    const patterns = at(pointer, node, "patternProperties");
    if (!isObject(patterns?.node) || node["additionalProperties"] !== false) return undefined;
    const found = Object.keys(patterns.node).map((pattern) => {
      const place = at(patterns.pointer, patterns.node, pattern);
      return place && this.#datesOf(place);
    });
    return found.includes(undefined) ? undefined : found.reduce(merged, undefined);
  }
}

function at(pointer: string, node: Json, key: string): Located | undefined {
  const value = child(node, key);
  return value === undefined ? undefined : { pointer: childPointer(pointer, key), node: value };
}

function branches(pointer: string, node: JsonObject, keyword: string): Located[] {
  const list = node[keyword];
  if (!isArray(list)) return [];
  return list.map((branch, index) => ({ pointer: childPointer(pointer, keyword, index), node: branch }));
}
