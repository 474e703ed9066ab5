// What 3.1 says is spelled as 3.0 does: reading a schema of 3.0 and spelling it again gives what was written.
import t from "tap";
import { Origins } from "../../../scripts/contract/document/origins.ts";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { parseJson } from "../../../scripts/contract/document/parse-json.ts";
import { upgrade30 } from "../../../scripts/contract/document/upgrade-30.ts";
import { spell30 } from "../../../scripts/contract/diff/repair/spell-30.ts";

const upgraded = (schema: Json): Json => {
  const root = JSON.parse(JSON.stringify({ openapi: "3.0.3", components: { schemas: { A: schema } } })) as {
    components: { schemas: { A: Json } };
  };
  const origins = new Origins(parseJson({ path: "a", name: "a", text: "{}" }));
  upgrade30(root, (pointer, from) => {
    origins.set(pointer, origins.originOf(from));
  });
  return root.components.schemas.A;
};

const written: readonly JsonObject[] = [
  { type: "string", nullable: true },
  { type: "string", nullable: true, enum: ["a", null] },
  { type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2 },
  { type: "number", maximum: 1, exclusiveMaximum: true, example: 0 },
  { type: "string", format: "byte" },
  { type: "string", format: "binary" },
  { allOf: [{ type: "object" }], nullable: true, description: "either" },
  { anyOf: [{ type: "string" }, { type: "integer" }], nullable: true },
  { oneOf: [{ type: "string" }, { type: "integer", nullable: true }], nullable: true },
  { type: "object", properties: { a: { type: "array", items: { type: "string", nullable: true } } } },
];

t.test("a schema of OpenAPI 3.0 that was read is spelled as it was written", (t) => {
  for (const schema of written) t.strictSame(spell30("schema", upgraded(schema)), schema);
  t.end();
});

const only31: readonly JsonObject[] = [
  { type: ["string", "integer"], maxLength: 3 },
  { type: ["string", "integer", "null"] },
  { anyOf: [{ minimum: 3 }], type: ["string", "integer"] },
  { const: 1 },
  { type: "null" },
  { anyOf: [{ type: "string" }, { type: "null" }] },
  { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] },
  { $ref: "#/components/schemas/A", maxLength: 3 },
];

t.test("what OpenAPI 3.0 has no syntax for is spelled with what it has", (t) => {
  const modern = /"const"|"type":\[|"type":"null"|"exclusiveMinimum":\d/;
  for (const schema of only31) {
    const spelled = spell30("schema", schema);
    t.notMatch(JSON.stringify(spelled), modern);
    t.strictSame(spell30("schema", upgraded(spelled)), spelled, "and means the same when it is read");
  }
  t.end();
});
