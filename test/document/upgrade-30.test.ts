import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { readFiles } from "../support/read-files.ts";

/** Each case is one schema of a 3.0 document, and its 3.1 equivalent. */
const cases: { name: string; given: Json; want: Json }[] = [
  {
    name: "null is added to the type",
    given: { type: "string", nullable: true },
    want: { type: ["string", "null"] },
  },
  {
    name: "nullable: false has no effect",
    given: { type: "string", nullable: false },
    want: { type: "string" },
  },
  {
    name: "an enum must list null itself",
    given: { type: "string", nullable: true, enum: ["a"] },
    want: { type: ["string", "null"], enum: ["a"] },
  },
  {
    name: "nullable without a type has no effect",
    given: { nullable: true, minLength: 1 },
    want: { minLength: 1 },
  },
  {
    name: "a nullable reference",
    given: { nullable: true, description: "d", allOf: [{ $ref: "#/components/schemas/B" }] },
    want: { description: "d", anyOf: [{ allOf: [{ $ref: "#/components/schemas/B" }] }, { type: "null" }] },
  },
  {
    name: "a type beside allOf does not change its nullability",
    given: { type: "object", nullable: true, allOf: [{ $ref: "#/components/schemas/B" }] },
    want: {
      anyOf: [{ type: "object", allOf: [{ $ref: "#/components/schemas/B" }] }, { type: "null" }],
    },
  },
  {
    name: "an enum without null rejects null beside allOf too",
    given: { type: "string", nullable: true, enum: ["a"], allOf: [{ type: "string" }] },
    want: { type: ["string", "null"], enum: ["a"], allOf: [{ type: "string" }] },
  },
  {
    name: "a nullable oneOf",
    given: { nullable: true, anyOf: [{ type: "string" }] },
    want: { anyOf: [{ type: "string" }, { type: "null" }] },
  },
  {
    name: "an exclusive minimum",
    given: { minimum: 1, exclusiveMinimum: true },
    want: { exclusiveMinimum: 1 },
  },
  { name: "an inclusive maximum", given: { maximum: 1, exclusiveMaximum: false }, want: { maximum: 1 } },
  { name: "exclusiveMinimum without minimum", given: { exclusiveMaximum: true }, want: {} },
  { name: "an example", given: { example: null }, want: { examples: [null] } },
  {
    name: "bytes",
    given: { type: "string", format: "byte" },
    want: { type: "string", contentEncoding: "base64" },
  },
  {
    name: "a file",
    given: { type: "string", format: "binary" },
    want: { type: "string", contentMediaType: "application/octet-stream" },
  },
  {
    name: "siblings of a reference are ignored",
    given: { $ref: "#/components/schemas/B", description: "d" },
    want: { $ref: "#/components/schemas/B" },
  },
  {
    name: "schemas inside schemas",
    given: { type: "object", properties: { nullable: { type: "integer", nullable: true } } },
    want: { type: "object", properties: { nullable: { type: ["integer", "null"] } } },
  },
  {
    name: "data stays data",
    given: { default: { nullable: true, type: "string" }, enum: [{ example: 1 }] },
    want: { default: { nullable: true, type: "string" }, enum: [{ example: 1 }] },
  },
];

async function upgraded(given: Json, version: string): Promise<Json | undefined> {
  const text = JSON.stringify({
    openapi: version,
    components: { schemas: { A: given, B: { type: "object" } } },
  });
  const { root, declaredVersion } = await readFiles({ "a.json": text });
  if (declaredVersion !== version) throw new Error(`declared ${declaredVersion}`);
  return resolvePointer(root, "/components/schemas/A");
}

for (const { name, given, want } of cases) {
  t.test(`3.0 to 3.1: ${name}`, async (t) => {
    t.same(await upgraded(given, "3.0.3"), want);
    t.same(await upgraded(given, "3.1.0"), given, "3.1 stays as written");
  });
}

t.test("locations survive the upgrade to 3.1, also of nodes that moved a level down", async (t) => {
  const document = await readFiles({
    "a.yaml": `openapi: 3.0.3
components:
  schemas:
    A:
      nullable: true
      oneOf:
        - type: string
        - type: integer
`,
  });
  t.equal(document.root["openapi"], "3.1.0");
  t.equal(document.locate("/components/schemas/A/anyOf/0/oneOf/1").line, 8);
  t.equal(document.locate("/components/schemas/A/anyOf/1").line, 4);
});
