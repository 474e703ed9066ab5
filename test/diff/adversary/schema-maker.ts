// Generates schemas biased to what is easily misread: names in branches and beside them, conditions, odd
// names, circular references.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import type { Random } from "./random.ts";
import { isObject } from "./reference-keywords.ts";

const odd = ["constructor", "__proto__", "a/b", "x~y", "toString", "é"];
const patterns = ["^x", "^xy", "a", "^[ab]$", "^(?:x|b)"];
/** A pattern of another dialect. */
export const foreign = "(?i)x";
export const foreignMeaning = "[xX]";
/** Rate of foreign patterns in properties and strings. */
const foreignRate = 0.01;

export const extras = [
  "oneOf",
  "anyOf",
  "allOf",
  "if",
  "dependentSchemas",
  "dependentRequired",
  "additionalProperties",
  "unevaluatedProperties",
  "patternProperties",
  "propertyNames",
  "not",
  "minProperties",
  "maxProperties",
  "$ref",
] as const;

/** Generates schemas from one random source. */
export class SchemaMaker {
  readonly random: Random;
  readonly names: readonly string[];

  constructor(random: Random) {
    this.random = random;
    this.names = ["a", "b", "c", "xa", ...(random.chance(0.2) ? [random.pick(odd)] : [])];
  }

  schema(depth: number): JsonObject {
    const { random } = this;
    if (depth === 0) return this.leaf();
    const roll = random.next();
    if (roll < 0.6) return this.object(depth);
    if (roll < 0.7) return this.list(depth);
    if (roll < 0.8) return this.union(depth);
    return roll < 0.9 ? this.composed(depth) : this.leaf();
  }

  leaf(): JsonObject {
    return this.random.chance(0.07) ? { $ref: "#/components/schemas/Leaf" } : this.scalar();
  }

  scalar(): JsonObject {
    const { random } = this;
    const limit = random.below(3);
    return random.pick<() => JsonObject>([
      () => ({ type: "string" }),
      () => ({ type: "integer" }),
      () => ({ type: "integer", minimum: limit }),
      () => ({ type: "number", maximum: limit + 1 }),
      () => ({ type: "number", multipleOf: random.pick([0.5, 2]) }),
      () => ({ type: "string", maxLength: limit + 1 }),
      () => ({ type: "string", minLength: limit }),
      () => ({ type: "string", pattern: random.pick(patterns) }),
      () => ({ enum: random.some<Json>(["x", "aaaa", 1, null, 0], 1, 3) }),
      () => ({ const: random.pick<Json>(["x", 1]) }),
      () => ({ type: ["string", "null"] }),
      () => ({ type: "boolean" }),
      () => ({ minimum: 9_007_199_254_740_991 }),
      () => ({}),
    ])();
  }

  loop(): JsonObject {
    const self = { $ref: "#/components/schemas/Loop" };
    return this.random.pick<JsonObject>([
      { type: "object", properties: { a: self, b: this.leaf() } },
      { type: "object", properties: { c: { type: "array", items: self }, b: this.leaf() } },
      { type: "object", properties: { a: { anyOf: [self, { type: "null" }] } }, required: ["a"] },
    ]);
  }

  properties(depth: number, most = 3): JsonObject {
    const chosen = this.random.some(this.names, 1, most);
    return Object.fromEntries(chosen.map((name) => [name, this.part(depth - 1)]));
  }

  part(depth: number): JsonObject {
    if (this.random.chance(foreignRate)) return { type: "string", pattern: foreign };
    if (this.random.chance(0.08))
      return { $ref: `#/components/schemas/${this.random.pick(["Thing", "Loop"])}` };
    return this.random.chance(0.6) ? this.leaf() : this.schema(depth);
  }

  required(): string[] {
    return this.random.some(this.names, 1, 2);
  }

  object(depth: number): JsonObject {
    const { random } = this;
    const made: Record<string, Json> = { type: "object" };
    if (random.chance(0.85)) made["properties"] = this.properties(depth);
    if (random.chance(0.3)) made["required"] = this.required();
    for (const extra of random.some(extras, 0, 2)) Object.assign(made, this.extra(extra, depth));
    return made;
  }

  /** Returns one further keyword of an object. */
  extra(keyword: (typeof extras)[number], depth: number): JsonObject {
    const { random } = this;
    const branch = (): JsonObject => this.branch(depth);
    switch (keyword) {
      case "oneOf":
      case "anyOf":
      case "allOf":
        return { [keyword]: [branch(), branch()] };
      case "if":
        return {
          if: {
            properties: { [random.pick(this.names)]: random.pick<Json>([{ const: "x" }, this.leaf()]) },
            ...(random.chance(0.6) ? { required: [random.pick(this.names)] } : {}),
          },
          ...(random.chance(0.8) ? { then: branch() } : {}),
          ...(random.chance(0.5) ? { else: branch() } : {}),
        };
      case "dependentSchemas":
        return { dependentSchemas: { [random.pick(this.names)]: branch() } };
      case "dependentRequired":
        return { dependentRequired: { [random.pick(this.names)]: this.required() } };
      case "additionalProperties":
        return { additionalProperties: random.pick<Json>([false, false, true, this.leaf()]) };
      case "unevaluatedProperties":
        return { unevaluatedProperties: random.pick<Json>([false, false, this.leaf()]) };
      case "patternProperties":
        return {
          patternProperties: {
            [random.pick(random.chance(foreignRate) ? [foreign] : patterns)]: this.leaf(),
          },
        };
      case "propertyNames":
        return { propertyNames: random.pick<Json>([{ maxLength: 1 }, { pattern: "^[a-x]" }]) };
      case "not":
        return { not: random.pick<Json>([{ required: [random.pick(this.names)] }, branch()]) };
      case "minProperties":
        return { minProperties: 1 + random.below(2) };
      case "maxProperties":
        return { maxProperties: 1 + random.below(2) };
      case "$ref":
        return { $ref: "#/components/schemas/Thing" };
    }
  }

  /** The content of a branch: property names, required names, or a nested condition. */
  branch(depth: number): JsonObject {
    const { random } = this;
    const made: Record<string, Json> = random.chance(0.3) ? { type: "object" } : {};
    if (random.chance(0.8)) made["properties"] = this.properties(depth, 2);
    if (random.chance(0.5)) made["required"] = this.required();
    if (depth > 1 && random.chance(0.25)) Object.assign(made, this.extra(random.pick(extras), depth - 1));
    return made;
  }

  list(depth: number): JsonObject {
    const { random } = this;
    const made: Record<string, Json> = { type: "array" };
    if (random.chance(0.7)) made["items"] = this.part(depth - 1);
    if (random.chance(0.3)) made["prefixItems"] = [this.part(depth - 1)];
    if (random.chance(0.2)) made["contains"] = this.leaf();
    if (random.chance(0.2)) made["unevaluatedItems"] = random.pick<Json>([false, this.leaf()]);
    if (random.chance(0.3)) made[random.pick(["minItems", "maxItems"])] = 1 + random.below(2);
    if (random.chance(0.1)) made["uniqueItems"] = true;
    return made;
  }

  union(depth: number): JsonObject {
    const { random } = this;
    if (random.chance(0.4))
      return { [random.pick(["anyOf", "oneOf"])]: [this.schema(depth - 1), this.schema(depth - 1)] };
    const tagged = (tag: string): JsonObject => {
      const own = this.object(depth);
      const properties = isObject(own["properties"]) ? own["properties"] : {};
      return { ...own, properties: { ...properties, a: { const: tag } }, required: ["a"] };
    };
    return {
      [random.pick(["anyOf", "oneOf"])]: [
        tagged("x"),
        tagged("y"),
        ...(random.chance(0.3) ? [this.object(depth)] : []),
      ],
    };
  }

  composed(depth: number): JsonObject {
    return {
      allOf: [
        this.object(depth),
        this.random.pick([this.branch(depth), { $ref: "#/components/schemas/Thing" }]),
      ],
    };
  }
}
