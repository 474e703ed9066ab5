// Errors in the document's own schema: the code for the status, and the problems of the request.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const thing = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};
const item = { type: "object", properties: { field: { type: "string" }, issue: { type: "string" } } };

/** Returns the bodies of a 404 and of a 400 whose schema is this. */
async function errorsOf(t: Parameters<typeof mockOf>[0], schema: object): Promise<readonly unknown[]> {
  const error = json(schema);
  const { url } = await mockOf(t, {
    paths: {
      "/things": {
        post: {
          operationId: "add",
          requestBody: body(thing),
          responses: { 201: json(thing), default: error },
        },
      },
      "/things/{id}": {
        parameters: [idParameter],
        get: { operationId: "fetch", responses: { 200: json(thing), default: error } },
      },
    },
  });
  const missing = await send(`${url}/things/none`);
  const invalid = await send(`${url}/things`, "POST", { id: "a", name: 1 });
  t.same([missing.status, invalid.status], [404, 400]);
  return [missing.body, invalid.body];
}

const notThere = "The requested resource does not exist.";
for (const { what, properties, want } of [
  {
    what: "codes of an enum and a list of details",
    properties: {
      code: { enum: ["invalid_request", "unauthorized", "not_found"] },
      message: { type: "string" },
      details: { type: "array", items: item },
    },
    want: [
      { code: "not_found", message: notThere },
      { code: "invalid_request", details: [{ field: "name", issue: "must be string" }] },
    ],
  },
  {
    what: "codes of any text and a required list",
    properties: { code: { type: "string" }, errors: { type: "array", items: item } },
    want: [
      { code: "not_found", errors: [] },
      { code: "bad_request", errors: [{ field: "name" }] },
    ],
  },
  {
    what: "types of an enum without a word for the status",
    properties: { type: { enum: ["api_error", "card_error"] }, detail: { type: "string" } },
    want: [{ type: "api_error", detail: notThere }, { type: "api_error" }],
  },
])
  t.test(`an error has ${what}`, async (t) => {
    const required = Object.keys(properties).filter((name) => name !== "details");
    const schema = { type: "object", required, properties };
    for (const nested of [false, true]) {
      const wrapped = { type: "object", required: ["error"], properties: { error: schema } };
      const found = await errorsOf(t, nested ? wrapped : schema);
      t.match(found, nested ? want.map((error) => ({ error })) : want);
      t.notMatch(found[0], nested ? { error: { details: Array } } : { details: Array });
    }
  });

t.test(
  "an error that Prefer or a fault requests is filled in, unless the document has an example",
  async (t) => {
    const problem = {
      type: "object",
      required: ["title", "status"],
      properties: { title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" } },
    };
    const content = (more: object) => ({
      description: "",
      content: { "application/problem+json": { schema: problem, ...more } },
    });
    const mock = await mockOf(t, {
      paths: {
        "/things": {
          get: {
            operationId: "list",
            responses: {
              200: json({ type: "object" }),
              409: content({}),
              503: content({ example: { title: "Closed", status: 1 } }),
            },
          },
        },
      },
    });
    const filled = { title: "Conflict", status: 409 };
    const things = `${mock.url}/things`;
    t.match(await send(things, "GET", undefined, { Prefer: "code=409" }), { status: 409, body: filled });
    mock.fault({ operationId: "list", at: "request", status: 409, count: 1 });
    t.match(await send(things), { status: 409, body: filled });
    t.same((await send(things, "GET", undefined, { Prefer: "code=503" })).body, {
      title: "Closed",
      status: 1,
    });
  },
);

t.test(
  "a fault may have a status that the document does not declare, and its response says so",
  async (t) => {
    const { url, origin, ...mock } = await mockOf(t, {
      paths: {
        "/things": { get: { operationId: "list", responses: { 200: json({ type: "array" }) } } },
        "/other": {
          get: {
            operationId: "other",
            responses: { 200: json({ type: "array" }), 503: json({ type: "object" }) },
          },
        },
      },
    });
    t.same(mock.operations(), [
      { operationId: "list", statuses: [429, 500, 503] },
      { operationId: "other", statuses: [429, 500, 503] },
    ]);
    mock.fault({ status: 503, count: 2 });
    const undeclared = await send(`${url}/things`);
    t.match(undeclared, { status: 503, body: { title: "Service Unavailable", status: 503 } });
    t.equal(undeclared.headers.get("Fault"), "undeclared");
    const declared = await send(`${url}/other`);
    t.match(declared, { status: 503, body: {} });
    t.equal(declared.headers.get("Fault"), null);
    t.equal((await send(`${url}/things`)).status, 200);
    mock.fault({ operationId: "list", status: 429, at: "response", count: 1 });
    t.match(await send(`${url}/things`), { status: 429 });
    const control = `${origin}/_control/faults`;
    t.match(await send(control, "POST", { operationId: "list", status: 600 }), {
      status: 400,
      body: { errors: [{ pointer: "/status", detail: "must be a whole number from 400 to 599" }] },
    });
  },
);
