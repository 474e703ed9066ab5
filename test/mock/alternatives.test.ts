// Resources whose schema has alternatives, and errors declared under `default`: shapes of real documents.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const text = { type: "string" };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

function shapes(shape: object, schemas: object) {
  return {
    paths: {
      "/shapes": {
        post: {
          operationId: "createShape",
          requestBody: body(shape),
          responses: { 201: json(ref("Shape")) },
        },
      },
      "/shapes/{id}": {
        parameters: [idParameter],
        get: { operationId: "getShape", responses: { 200: json(ref("Shape")) } },
        put: { operationId: "putShape", requestBody: body(shape), responses: { 200: json(ref("Shape")) } },
      },
    },
    schemas: { Shape: shape, ...schemas },
  };
}

const circle = {
  type: "object",
  required: ["id", "kind", "radius"],
  properties: {
    id: { ...text, readOnly: true },
    kind: { const: "circle" },
    radius: { type: "number" },
    note: text,
  },
};
const square = {
  type: "object",
  required: ["id", "kind", "side", "colour"],
  properties: {
    id: { ...text, readOnly: true },
    kind: { const: "square" },
    side: { type: "number" },
    colour: { default: "red" },
  },
};

for (const [title, shape] of [
  ["oneOf", { oneOf: [ref("Circle"), ref("Square")] }],
  ["anyOf in allOf", { allOf: [{ anyOf: [ref("Circle"), ref("Square")] }, { properties: { label: text } }] }],
] as const)
  t.test(`of ${title}, the alternative that was sent is returned`, async (t) => {
    const { url } = await mockOf(t, shapes(shape, { Circle: circle, Square: square }));
    const made = await send(`${url}/shapes`, "POST", {
      kind: "square",
      side: 3,
      colour: "blue",
      label: "one",
    });
    t.match(made, { status: 201, body: { kind: "square", side: 3, colour: "blue" } });
    const { id } = made.body as { id: string };
    t.notOk("radius" in (made.body as object), "nothing of the other one is in it");
    t.match(await send(`${url}/shapes/${id}`), { body: made.body as object });
    const round = { kind: "circle", radius: 2, note: "round" };
    t.match(await send(`${url}/shapes/${id}`, "PUT", round), { status: 200, body: { ...round, id } });
    t.notOk("side" in ((await send(`${url}/shapes/${id}`)).body as object));
  });

t.test("an open schema keeps properties that it does not declare", async (t) => {
  const open = {
    type: "object",
    required: ["id"],
    properties: { id: text },
    additionalProperties: { type: "integer" },
  };
  const { url } = await mockOf(t, shapes(open, {}));
  t.match(await send(`${url}/shapes`, "POST", { id: "a", left: 1, right: 2 }), {
    body: { id: "a", left: 1, right: 2 },
  });
});

t.test("an error declared as default is returned next to a success of another shape", async (t) => {
  const { url } = await mockOf(t, {
    paths: {
      "/things/{id}": {
        parameters: [idParameter],
        get: {
          operationId: "getThing",
          security: [{ key: [] }],
          responses: {
            200: json({ type: "object", required: ["id"], properties: { id: text } }),
            400: { description: "" },
            "4XX": json({ type: "object", required: ["message"], properties: { message: text } }),
            default: json({}),
          },
        },
        delete: {
          operationId: "deleteThing",
          security: [{ key: [] }],
          responses: {
            204: { description: "" },
            200: json({ type: "array" }),
            default: json({ type: "string" }),
          },
        },
      },
    },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  });
  t.match(await send(`${url}/things/1`), { status: 401, body: { message: /valid credentials/ } });
  t.match(await send(`${url}/things/1`, "DELETE"), { status: 401, body: /valid credentials/ });
});

t.test("the created resource is found in the wrapper object of the response", async (t) => {
  const thing = { type: "object", required: ["id", "name"], properties: { id: text, name: text } };
  const only = { type: "object", properties: { id: text } };
  const status = { type: "string" };
  const wrapped: readonly (readonly [path: string, schema: object])[] = [
    ["/lists", { type: "array", items: { ...thing } }],
    ["/others", { type: "object", properties: { status, data: only } }],
    ["/optional", { type: "object", properties: { status, thing: { ...thing, required: [] } } }],
    ["/boxes", { type: "object", properties: { action: only, box: only } }],
    ["/alone", { type: "string", description: "The ID of the thing." }],
    ["/items", { type: "object", properties: { items: { type: "array", items: only }, status } }],
  ];
  const paths = wrapped.map(([path, schema]): [string, object][] => [
    [
      path,
      { post: { operationId: `create${path}`, requestBody: body(thing), responses: { 201: json(schema) } } },
    ],
    [
      `${path}/{id}`,
      { parameters: [idParameter], get: { operationId: `get${path}`, responses: { 200: json(thing) } } },
    ],
  ]);
  const { url } = await mockOf(t, { paths: Object.fromEntries(paths.flat()) });
  for (const [path] of wrapped) {
    const made = await send(`${url}${path}`, "POST", { id: "one", name: "first" });
    t.match(JSON.stringify(made.body), path === "/alone" ? /^"one"$/ : /"id":"one"/, path);
    t.match(await send(`${url}${path}/one`), { status: 200, body: { name: "first" } }, path);
  }
});

t.test(
  "the URL of a mock is that of the document's server, even if its first operation has another server",
  async (t) => {
    const responses = { 200: json({ type: "object" }) };
    const { url, origin } = await mockOf(t, {
      servers: [{ url: "https://api.example/v2" }],
      paths: {
        "/login": {
          get: { operationId: "login", servers: [{ url: "https://login.example/oauth" }], responses },
        },
        "/me": { get: { operationId: "getMe", responses } },
      },
    });
    t.equal(url, `${origin}/v2`);
    t.equal((await send(`${url}/me`)).status, 200);
  },
);
