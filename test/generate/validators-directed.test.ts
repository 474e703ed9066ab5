// Validators of requests and of responses: a readOnly or writeOnly property is required on one side only.
import t from "tap";
import { errorsOf, emittedValidators } from "./emitted-validators.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const ok = (schema: object) => ({ description: "Done.", content: { "application/json": { schema } } });

t.test("a required readOnly or writeOnly property is required on one side only", async (t) => {
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
  "a property declared by a part of the schema is also exempt: through allOf and references",
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

t.test("a property that one part exempts is required by no other part, wherever it is", async (t) => {
  const lifts = {
    properties: { id: { type: "string", readOnly: true }, password: { allOf: [ref("Secret")] } },
  };
  const asks = { type: "object", required: ["id", "password", "name"] };
  const branches: Record<string, object> = {
    beside: { allOf: [asks, lifts] },
    below: { allOf: [{ allOf: [{ allOf: [asks] }] }], ...lifts },
    named: { allOf: [ref("Asks"), ref("Lifts")] },
    chained: { allOf: [ref("Chain"), ref("Lifts")] },
    declared: { allOf: [ref("Declares"), lifts] },
    union: { ...lifts, anyOf: [ref("Asks")] },
    either: { ...lifts, oneOf: [{ type: "object", required: ["id", "password", "name"] }] },
    then: { ...lifts, if: { type: "object" }, then: ref("Asks") },
    branches: { ...asks, oneOf: [{ ...lifts, required: ["first"] }, ref("Lifts"), { type: "null" }] },
    nested: { allOf: [asks, { anyOf: [{ oneOf: [lifts, false] }, ref("Lifts")] }] },
  };
  const schemas = {
    Asks: asks,
    Declares: { ...asks, properties: { id: { type: "string" }, password: {}, name: {} } },
    Chain: { allOf: [ref("Asks")] },
    Lifts: lifts,
    Secret: { writeOnly: true },
    Alone: ref("Asks"),
    Not: { ...lifts, not: { required: ["id"] } },
    Some: { ...asks, anyOf: [lifts, { properties: { id: { type: "string" } } }] },
  };
  const operations = Object.entries({
    ...branches,
    alone: ref("Alone"),
    some: ref("Some"),
    not: ref("Not"),
  });
  const paths = Object.fromEntries(
    operations.map(([name, schema]) => [
      `/${name}`,
      {
        post: {
          operationId: name,
          requestBody: { content: { "application/json": { schema } } },
          responses: { "200": ok(schema) },
        },
      },
    ]),
  );
  const validators = await emittedValidators(t, { schemas, paths });
  const missing = (name: string, value: object): string[] => {
    const { requests, responses } = validators;
    const sides = [requests[name]?.body, responses[name]?.["200"]?.body];
    return sides.map((side) =>
      errorsOf(side?.["application/json"], value)
        .map((error) => /'(.*)'/.exec(error)?.[1])
        .filter((name) => name !== undefined)
        .join(),
    );
  };
  for (const name of Object.keys(branches))
    t.strictSame(missing(name, {}), ["password,name", "id,name"], name);
  for (const name of ["alone", "some"])
    t.strictSame(missing(name, {}), ["id,password,name", "id,password,name"], `${name} requires all`);
  const not = validators.requests["not"]?.body?.["application/json"];
  t.strictSame(errorsOf(not, {}), [], "what is asked under not stays asked");
});
