// Write-only properties are stored and omitted from every response of a mock: top-level, in lists, and
// nested.
import { stringify } from "yaml";
import t from "tap";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const user = { $ref: "#/components/schemas/User" };
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const document = {
  openapi: "3.1.0",
  info: { title: "Users", version: "1.0.0" },
  paths: {
    "/users": {
      get: {
        operationId: "listUsers",
        responses: { "200": { description: "Users", ...json({ type: "array", items: user }) } },
      },
      post: {
        operationId: "addUser",
        requestBody: { required: true, ...json(user) },
        responses: { "201": { description: "Made", ...json(user) } },
      },
    },
    "/examples": {
      get: {
        operationId: "showExample",
        responses: {
          "200": {
            description: "Examples",
            content: {
              "application/json": {
                schema: { type: "array", prefixItems: [user, { type: "string" }], items: user },
                example: [
                  { id: "1", password: "p" },
                  "x",
                  { id: "2", password: "p", devices: [{ key: "k" }] },
                ],
              },
            },
          },
          "404": { description: "None", ...json({ ...user, example: { id: "3", password: "p" } }) },
        },
      },
    },
    "/secrets": {
      get: {
        operationId: "showSecrets",
        responses: {
          "200": {
            description: "By name",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { key_id: { type: "string" } },
                  patternProperties: { "^key_": { writeOnly: true }, "^(a+)+$": { writeOnly: true } },
                  additionalProperties: { type: "string" },
                  dependentSchemas: { key_id: { properties: { pin: { writeOnly: true } } } },
                },
                example: { key_id: "1", key_two: "2", monkey_: "3", pin: "4", [`${"a".repeat(60)}b`]: "5" },
              },
            },
          },
        },
      },
    },
    "/users/{id}": {
      parameters: [id],
      get: { operationId: "fetchUser", responses: { "200": { description: "One", ...json(user) } } },
    },
  },
  components: {
    schemas: {
      User: {
        allOf: [
          {
            type: "object",
            properties: {
              id: { type: "string", readOnly: true },
              password: { type: "string", writeOnly: true },
              name: { type: "string" },
            },
          },
          { required: ["id", "password"] },
        ],
        properties: {
          devices: {
            type: "array",
            items: {
              type: "object",
              properties: { key: { $ref: "#/components/schemas/Key" }, label: { type: "string" } },
              required: ["key"],
            },
          },
        },
      },
      Key: { type: "string", writeOnly: true },
    },
  },
};

t.test("a password and device keys are required in requests and omitted from responses", async (t) => {
  const directory = t.testdir({ "openapi.yaml": stringify(document) });
  const mock = await startMock("openapi.yaml", { directory });
  t.teardown(() => mock.close());
  const call = async (path: string, body?: unknown) => {
    const response = await fetch(mock.url + path, {
      headers: { "Content-Type": "application/json" },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  t.match(await call("/users", { name: "Rex" }), { status: 400 });
  const sent = { name: "Rex", password: "p", devices: [{ key: "k", label: "phone" }] };
  const made = await call("/users", sent);
  const { id: own } = made.body as { id: string };
  const shown = { id: own, name: "Rex", devices: [{ label: "phone" }] };
  t.strictSame(made, { status: 201, body: shown });
  t.strictSame(await call(`/users/${own}`), { status: 200, body: shown });
  t.strictSame(await call("/users"), { status: 200, body: [shown] });
  t.match(mock.exported(), { "/users": [{ password: "p" }] }, "the state has it");
});

t.test("the document's examples are shown without write-only properties", async (t) => {
  const directory = t.testdir({ "openapi.yaml": stringify(document) });
  const mock = await startMock("openapi.yaml", { directory });
  t.teardown(() => mock.close());
  const shown = async (prefer: string): Promise<unknown> =>
    (await fetch(`${mock.url}/examples`, { headers: { Prefer: prefer } })).json();
  t.strictSame(await shown("code=200"), [{ id: "1" }, "x", { id: "2", devices: [{}] }]);
  t.strictSame(await shown("code=404"), { id: "3" });
  const secrets = await (await fetch(`${mock.url}/secrets`)).json();
  t.strictSame(
    secrets,
    { monkey_: "3", [`${"a".repeat(60)}b`]: "5" },
    "by pattern, and beside another property",
  );
});
