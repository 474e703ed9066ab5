// Random schemas and values that overlap often: few names, small numbers, short strings.
import { fc } from "../../support/laws.ts";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";

/** Optional parts of a generated schema besides those that are always decided. */
export interface Ingredients {
  readonly patterns?: boolean;
  readonly formats?: boolean;
  readonly unevaluated?: boolean;
  readonly depth?: number;
}

const names = ["a", "b", "c"] as const;
const name = fc.constantFrom(...names);
const count = fc.integer({ min: 0, max: 3 });
const number = fc.constantFrom(-2, -1, 0, 0.5, 1, 1.5, 2, 3, 6);

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  number,
  fc.constantFrom("", "a", "b", "ab", "aab", "2020-01-01", "1"),
);

/** Generates small values of every type. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: "value" },
    scalar,
    fc.array(tie("value"), { maxLength: 3, depthIdentifier: "value" }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("value"), {
      maxKeys: 3,
      depthIdentifier: "value",
    }),
  ),
})).value;

const type = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");
const pattern = fc.constantFrom("^a", "b$", "^a*$", "^[ab]{1,2}$", "a", "^\\d+$", "^(?!a)", "^.$");
const format = fc.constantFrom("date", "uuid", "ipv4", "email", "int32", "float", "uri", "unknown");

/** Generates random schemas; each fragment has one assertion, and several are combined. */
export function schemas(ingredients: Ingredients = {}): fc.Arbitrary<Json> {
  const maxDepth = ingredients.depth ?? 2;
  const { schema } = fc.letrec<{ schema: Json }>((tie) => {
    const inner = tie("schema");
    const list = fc.array(inner, { minLength: 1, maxLength: 3, depthIdentifier: "schema" });
    const plain: fc.Arbitrary<JsonObject>[] = [
      fc.record({ type }),
      fc.record({ type: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }) }),
      fc.record({ const: values }),
      fc.record({ enum: fc.array(values, { minLength: 1, maxLength: 3 }) }),
      fc.record({ minimum: number }),
      fc.record({ maximum: number }),
      fc.record({ exclusiveMinimum: number }),
      fc.record({ exclusiveMaximum: number }),
      fc.record({ multipleOf: fc.constantFrom(0.5, 1, 1.5, 2, 3) }),
      fc.record({ minLength: count }),
      fc.record({ maxLength: count }),
      fc.record({ minItems: count }),
      fc.record({ maxItems: count }),
      fc.record({ uniqueItems: fc.boolean() }),
      fc.record({ minProperties: count }),
      fc.record({ maxProperties: count }),
      fc.record({ required: fc.uniqueArray(name, { maxLength: 2 }) }),
      fc.record({
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 2 }),
      }),
    ];
    const special: fc.Arbitrary<JsonObject>[] = [
      ...(ingredients.patterns
        ? [
            fc.record({ pattern }),
            fc.record({ patternProperties: fc.dictionary(pattern, inner, { maxKeys: 2 }) }),
            fc.record({ propertyNames: fc.record({ pattern }) }),
          ]
        : []),
      ...(ingredients.formats ? [fc.record({ format })] : []),
      ...(ingredients.unevaluated
        ? [fc.record({ unevaluatedProperties: inner }), fc.record({ unevaluatedItems: inner })]
        : []),
    ];
    const nested: fc.Arbitrary<JsonObject>[] = [
      fc.record({ properties: fc.dictionary(name, inner, { maxKeys: 3 }) }),
      fc.record({ additionalProperties: inner }),
      fc.record({
        properties: fc.dictionary(name, inner, { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.constant(false), inner),
      }),
      fc.record({ propertyNames: inner }),
      fc.record({ dependentSchemas: fc.dictionary(name, inner, { maxKeys: 2 }) }),
      fc.record({ items: inner }),
      fc.record({ prefixItems: list }),
      fc.record({ prefixItems: list, items: inner }),
      fc.record({ contains: inner }),
      fc.record({ contains: inner, minContains: count, maxContains: count }),
      fc.record({ allOf: list }),
      fc.record({ anyOf: list }),
      fc.record({ oneOf: list }),
      fc.record({ not: inner }),
      fc.record({ if: inner, then: inner, else: inner }),
    ];
    const flat = fc.oneof(...plain, ...special.slice(0, ingredients.patterns ? 1 : 0));
    const any = fc.oneof(...plain, ...special, ...nested);
    const joined = fc
      .array(any, { minLength: 1, maxLength: 4 })
      .map((parts) => Object.assign({}, ...parts) as JsonObject);
    return {
      schema: fc.oneof(
        { maxDepth, depthIdentifier: "schema", withCrossShrink: true },
        flat,
        fc.boolean(),
        joined,
      ),
    };
  });
  return schema;
}
