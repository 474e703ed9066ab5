// Pairs of schemas, the second derived from the first by one or two edits, biased to what is easily misread.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { Random } from "./random.ts";
import { isObject } from "./reference-keywords.ts";
import { extras, SchemaMaker } from "./schema-maker.ts";

export interface SchemaPair {
  readonly base: JsonObject;
  readonly head: JsonObject;
  /** The components of each document. */
  readonly shared: { readonly base: JsonObject; readonly head: JsonObject };
}

/** Returns the pair for a seed. */
export function schemaPair(seed: number): SchemaPair {
  const maker = new Editor(new Random(seed));
  const depth = 2;
  const shared = { Leaf: maker.scalar(), Thing: maker.object(depth - 1), Loop: maker.loop() };
  const base = maker.schema(depth);
  let head: Json = structuredClone(base);
  let later: JsonObject = structuredClone(shared);
  for (let edits = 1 + maker.random.below(2); edits > 0; edits -= 1) {
    if (maker.random.chance(0.15)) later = { ...later, ...named(maker, later) };
    else head = maker.edited(head, depth);
  }
  return { base, head: isObject(head) ? head : { allOf: [head] }, shared: { base: shared, head: later } };
}

function named(maker: Editor, shared: JsonObject): JsonObject {
  const name = maker.random.pick(Object.keys(shared));
  const edited = maker.edited(shared[name] ?? true, 1);
  // A leaf that references itself has no constraints.
  return name === "Leaf" && JSON.stringify(edited).includes("/Leaf") ? {} : { [name]: edited };
}

class Editor extends SchemaMaker {
  /** Returns `schema` with one change somewhere in it. */
  edited(schema: Json, depth: number): Json {
    const { random } = this;
    if (!isObject(schema) || random.chance(0.04))
      return random.chance(0.2) ? { allOf: [schema] } : this.schema(Math.max(depth, 0));
    const keywords = Object.keys(schema);
    if (keywords.length === 0 || random.chance(0.2)) return { ...schema, ...this.addition(depth) };
    const keyword = random.pick(keywords);
    const said = schema[keyword] ?? null;
    const rest = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
    if (["properties", "patternProperties", "dependentSchemas"].includes(keyword) && isObject(said)) {
      return { ...schema, [keyword]: this.editedMap(said, depth) };
    }
    if (Array.isArray(said) && ["allOf", "anyOf", "oneOf", "prefixItems"].includes(keyword)) {
      return this.editedList(schema, keyword, said as Json[], depth);
    }
    if (isObject(said) && keyword !== "const" && keyword !== "dependentRequired") {
      return random.chance(0.85) ? { ...schema, [keyword]: this.edited(said, depth - 1) } : rest;
    }
    if (typeof said === "number")
      return {
        ...schema,
        [keyword]: Math.max(keyword === "multipleOf" ? 0.5 : 0, said + random.pick([-1, 1])),
      };
    if (keyword === "required" && random.chance(0.5)) return { ...schema, required: this.required() };
    return random.chance(0.6) ? rest : { ...rest, ...this.addition(depth) };
  }

  addition(depth: number): JsonObject {
    const { random } = this;
    return random.chance(0.2)
      ? { properties: this.properties(Math.max(depth, 1)) }
      : this.extra(random.pick(extras), Math.max(depth, 1));
  }

  editedMap(map: JsonObject, depth: number): JsonObject {
    const { random } = this;
    const name = random.pick(Object.keys(map).length > 0 ? Object.keys(map) : [...this.names]);
    const roll = random.next();
    if (roll < 0.2)
      return Object.fromEntries([...Object.entries(map), [random.pick(this.names), this.part(depth - 1)]]);
    if (roll < 0.3) return Object.fromEntries(Object.entries(map).filter(([one]) => one !== name));
    const changed = Object.hasOwn(map, name) ? this.edited(map[name] ?? true, depth - 1) : this.leaf();
    return Object.fromEntries([...Object.entries(map), [name, changed]]);
  }

  editedList(schema: JsonObject, keyword: string, list: readonly Json[], depth: number): Json {
    const { random } = this;
    const at = random.below(list.length);
    const roll = random.next();
    if (roll < 0.15 && keyword !== "prefixItems") {
      const rest = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
      return { ...rest, [random.pick(["anyOf", "oneOf", "allOf"])]: list };
    }
    if (roll < 0.25 && list.length > 1)
      return { ...schema, [keyword]: list.filter((_, index) => index !== at) };
    if (roll < 0.35) return { ...schema, [keyword]: [...list, this.branch(depth)] };
    return {
      ...schema,
      [keyword]: list.map((one, index) => (index === at ? this.edited(one, depth - 1) : one)),
    };
  }
}
