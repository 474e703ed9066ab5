// Chains of small documents for laws about versions: they use only a few schemas, so that every value can be
// tried.
import type { Json, JsonObject, OpenApiDocument } from "../../../scripts/contract/document/document.ts";
import { Random } from "../adversary/random.ts";
import { inMemoryDocument } from "../in-memory-document.ts";

const parts: readonly (Json | undefined)[] = [
  undefined,
  { type: "string" },
  { type: "integer" },
  { type: "string", maxLength: 1 },
  { enum: ["", 0] },
  { $ref: "#/components/schemas/Leaf" },
];

const leaves: readonly JsonObject[] = [
  { type: "string" },
  { type: "integer", maximum: 1 },
  { enum: ["a", 0] },
];

/** Property names, and every value of a property: more than any two of the schemas distinguish. */
const names = ["x", "y"];
const values: readonly Json[] = ["", "a", "aa", 0, 1, 2, true, null];

/** Every object with these names and values, and one value that is no object. */
export const allValues: readonly Json[] = [
  0,
  ...names.reduce<JsonObject[]>(
    (objects, name) =>
      objects.flatMap((object) => [object, ...values.map((value) => ({ ...object, [name]: value }))]),
    [{}],
  ),
];

/** Returns the schema of a thing. */
function thing(random: Random): JsonObject {
  const chosen = names.map((name) => [name, random.pick(parts)] as const);
  const properties = Object.fromEntries(chosen.filter(([, part]) => part !== undefined));
  const required = Object.keys(properties).filter(() => random.chance(0.3));
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

/** Returns documents of three operations, most of which equal those of the previous document. */
export function chainOfDocuments(seed: number, length = 3): OpenApiDocument[] {
  const random = new Random(seed);
  let schemas = [thing(random), thing(random), thing(random)];
  let leaf = random.pick(leaves);
  return Array.from({ length }, (_, version) => {
    schemas = schemas.map((schema) => (random.chance(0.4) ? thing(random) : schema));
    if (random.chance(0.3)) leaf = random.pick(leaves);
    const paths = schemas.map((schema, at) => [`/things${at}`, { post: operation(schema, at) }] as const);
    return inMemoryDocument(
      {
        openapi: "3.1.0",
        info: { title: "Things", version: `1.${version}.0` },
        // An operation may be missing in between.
        paths: Object.fromEntries(
          paths.filter(([, { post }]) => post["x-kept"] === true || !random.chance(0.1)),
        ),
        components: { schemas: { Leaf: leaf } },
      },
      `v${version}`,
    );
  });
}

function operation(schema: JsonObject, at: number): JsonObject {
  const content = { "application/json": { schema } };
  return {
    operationId: `createThing${at}`,
    "x-kept": at === 0,
    requestBody: { required: true, content },
    responses: { "200": { description: "The thing.", content } },
  };
}
