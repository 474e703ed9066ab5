// Names in the document that every object inherits: the test fetch treats only declared properties as
// properties.
import t from "tap";
import { foreignApi } from "./foreign-api.ts";

const content = { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } };
const parameters = [{ name: "constructor", in: "path", required: true, schema: { type: "string" } }];
const errors = {
  "404": { description: "No.", content: { "application/json": { schema: { type: "object" } } } },
};
const parts = {
  servers: [{ url: "https://library.example/api" }],
  security: [{ key: [], tenant: [] }],
  paths: {
    "/things": {
      post: {
        operationId: "toString",
        requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
        responses: { "201": { description: "Made.", ...content }, ...errors },
      },
    },
    "/things/{constructor}": {
      parameters,
      get: { operationId: "valueOf", responses: { "200": { description: "One.", ...content }, ...errors } },
      patch: {
        operationId: "isPrototypeOf",
        requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
        responses: { "200": { description: "One.", ...content }, ...errors },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      tenant: { type: "apiKey", in: "query", name: "tenant" },
    },
  },
  schemas: {
    // JSON text, because in an object literal `__proto__` would set the prototype.
    Thing: JSON.parse(
      '{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"__proto__":{"type":"string"},"made":{"type":"string","format":"constructor"}}}',
    ) as object,
  },
};

t.test("a resource has the properties that its schema declares, under any name", async (t) => {
  const call = await foreignApi(t, parts);
  const made = await call("POST", "/things", JSON.parse('{"__proto__":"one","valueOf":"two"}') as object);
  const thing = (await made.json()) as { id: string };
  t.equal(JSON.stringify(thing), `{"id":"${thing.id}","__proto__":"one"}`);
  const given = '{"__proto__":"three","toString":"four"}';
  const changed = await call("PATCH", `/things/${thing.id}`, JSON.parse(given) as object);
  t.equal(changed.status, 200);
  const fetched = await call("GET", `/things/${thing.id}`);
  t.equal(await fetched.text(), `{"id":"${thing.id}","__proto__":"three"}`);
  t.equal((await call("GET", "/things/valueOf")).status, 404);
});
