// Random documents in the manner of real APIs: objects, nullable values, tagged unions, maps, lists, circular
// references.
import { fc } from "../../support/laws.ts";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";

/** A document whose schemas are all satisfiable; `schema` references the first one. */
export interface Api {
  readonly root: JsonObject;
  readonly schema: JsonObject;
}

const name = fc.constantFrom("id", "name", "kind", "size", "parent", "items", "tags");
const reference = (target: string): JsonObject => ({ $ref: `#/components/schemas/${target}` });
const scalar: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant({ type: "string" }),
  fc.record({
    type: fc.constant("string"),
    minLength: fc.constantFrom(0, 1),
    maxLength: fc.constantFrom(3, 64, 256),
  }),
  fc.constant({ type: "string", format: "date-time" }),
  fc.constant({ type: "string", format: "uuid" }),
  fc.constant({ type: "string", pattern: "^pool_[0-7][a-z0-9]{4,8}$" }),
  fc.record({
    type: fc.constant("string"),
    enum: fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { minLength: 1 }),
  }),
  fc.constant({ type: "boolean" }),
  fc.record({
    type: fc.constantFrom("integer", "number"),
    minimum: fc.constantFrom(0, 1),
    maximum: fc.constantFrom(10, 1000),
  }),
  fc.constant({ type: ["string", "null"] }),
  fc.constant({ type: "integer", format: "int32" }),
);

const { object } = fc.letrec<{ value: JsonObject; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: "api" },
    scalar,
    tie("object"),
    fc.record({ type: fc.constant("array"), items: tie("value"), maxItems: fc.constantFrom(5, 100) }),
    fc.record({ type: fc.constant("array"), items: scalar, uniqueItems: fc.constant(true) }),
    fc.record({
      type: fc.constant("object"),
      additionalProperties: fc.record({ type: fc.constant("string"), maxLength: fc.constantFrom(128, 256) }),
      maxProperties: fc.constantFrom(10, 50),
    }),
    tie("value").map((value) => ({ anyOf: [value, { type: "null" }] })),
    tie("object").map((object) => ({ allOf: [object, { type: "object" }] })),
    fc.tuple(tie("object"), tie("object")).map(([a, b]) => ({ oneOf: [tagged(a, "a"), tagged(b, "b")] })),
  ),
  object: fc
    .record({
      properties: fc.dictionary(name, fc.oneof(tie("value"), scalar), { minKeys: 1, maxKeys: 4 }),
      link: fc.option(fc.constantFrom("One", "Two", "Three"), { nil: undefined }),
      shape: fc.constantFrom("closed", "open", "silent", "silent"),
      needed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    })
    .map(({ properties, link, shape, needed }): JsonObject => {
      const required = Object.keys(properties).filter((_, at) => needed[at]);
      const links = link ? { link: reference(link), links: { type: "array", items: reference(link) } } : {};
      return {
        type: "object",
        properties: { ...properties, ...links },
        ...(required.length > 0 ? { required } : {}),
        ...(shape === "silent" ? {} : { additionalProperties: shape === "open" }),
      };
    }),
}));

/** Generates random APIs. */
export const apis: fc.Arbitrary<Api> = fc
  .record({ One: object, Two: object, Three: object })
  .map((schemas) => {
    const root = JSON.parse(JSON.stringify({ components: { schemas } })) as JsonObject;
    return { root, schema: reference("One") };
  });

function tagged(object: JsonObject, tag: string): JsonObject {
  const required = Array.isArray(object["required"]) ? (object["required"] as Json[]) : [];
  const properties = object["properties"] as JsonObject;
  return { ...object, properties: { ...properties, type: { const: tag } }, required: [...required, "type"] };
}
