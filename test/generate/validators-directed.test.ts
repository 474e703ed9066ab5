// Validators of requests and of responses: what only one side writes is required of that side alone.
import t from "tap";
import { errorsOf, emittedValidators } from "./emitted-validators.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const ok = (schema: object) => ({ description: "Done.", content: { "application/json": { schema } } });

t.test("what only one side writes is required of that side alone", async (t) => {
  const schemas = {
    User: {
      type: "object",
      required: ["id", "password", "name"],
      properties: { id: ref("Id"), password: { type: "string", writeOnly: true }, name: { type: "string" } },
    },
    Id: { type: "string", readOnly: true },
    Users: { type: "array", items: ref("User") },
  };
  const post = {
    operationId: "write",
    requestBody: { content: { "application/json": { schema: ref("Users") } } },
    responses: { "200": ok(ref("Users")) },
  };
  const validators = await emittedValidators(t, { schemas, paths: { "/users": { post } } });
  const request = validators.requests["write"]?.body?.["application/json"];
  const answer = validators.responses["write"]?.["200"]?.body?.["application/json"];
  t.strictSame(errorsOf(request, [{}]), [
    "/0 required: must have required property 'password'",
    "/0 required: must have required property 'name'",
  ]);
  t.strictSame(errorsOf(answer, [{ name: "x" }]), ["/0 required: must have required property 'id'"]);
  t.strictSame(errorsOf(answer, [{ name: "x", id: 1 }]), ["/0/id type: must be string"]);
  t.equal(errorsOf(validators.schemas["User"], {}).length, 3, "the schema by itself says what it says");
});

t.test(
  "a property that a part of the schema declares is lifted, too: through allOf and references",
  async (t) => {
    const schemas = {
      Parts: {
        type: "object",
        properties: { id: { type: "string", readOnly: true }, password: { type: "string", writeOnly: true } },
      },
      User: { allOf: [{ allOf: [ref("Parts")] }], required: ["id", "password"] },
      Beside: { ...ref("Parts"), required: ["id"] },
    };
    const post = {
      operationId: "write",
      requestBody: {
        content: { "application/json": { schema: ref("User") }, "text/json": { schema: ref("Beside") } },
      },
      responses: { "200": ok(ref("User")) },
    };
    const validators = await emittedValidators(t, { schemas, paths: { "/users": { post } } });
    const bodies = validators.requests["write"]?.body;
    t.strictSame(errorsOf(bodies?.["application/json"], {}), [
      " required: must have required property 'password'",
    ]);
    t.strictSame(errorsOf(bodies?.["text/json"], {}), []);
    t.strictSame(errorsOf(validators.responses["write"]?.["200"]?.body?.["application/json"], {}), [
      " required: must have required property 'id'",
    ]);
  },
);
