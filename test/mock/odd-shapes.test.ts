// Shapes that documents rarely have: ids in header fields only, composite keys, partial `attributes`, and
// locations of work under several names.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const path = (name: string, schema: object = { type: "string" }) => ({
  ...idParameter,
  name,
  schema,
});
const query = (name: string, schema: object = { type: "string" }) => ({ name, in: "query", schema });
const none = { description: "" };

t.test("resources whose id is in no property are found by their location", async (t) => {
  const note = { type: "object", required: ["title"], properties: { title: { type: "string" } } };
  const uuid = { type: "string", format: "uuid" };
  const headers = {
    Location: { required: true, schema: { type: "string", format: "uri-reference" } },
    "X-Note-Id": { required: true, schema: uuid },
  };
  const { url } = await mockOf(t, {
    paths: {
      "/notes": {
        post: {
          operationId: "create",
          requestBody: body(note),
          responses: { 201: { description: "", headers } },
        },
        get: { operationId: "list", responses: { 200: json({ type: "array", items: note }) } },
      },
      "/notes/{noteId}": {
        parameters: [path("noteId", uuid)],
        get: { operationId: "fetch", responses: { 200: json(note), 404: none } },
        put: { operationId: "replace", requestBody: body(note), responses: { 200: json(note), 404: none } },
        delete: { operationId: "remove", responses: { 204: none, 404: none } },
      },
    },
  });
  const created = await send(`${url}/notes`, "POST", { title: "a" });
  await send(`${url}/notes`, "POST", { title: "b" });
  const location = created.headers.get("Location") ?? "";
  t.equal(location, `${url}/notes/${created.headers.get("X-Note-Id")}`);
  t.strictSame((await send(location)).body, { title: "a" });
  t.strictSame((await send(location, "PUT", { title: "c" })).body, { title: "c" });
  t.strictSame((await send(`${url}/notes`)).body, [{ title: "c" }, { title: "b" }]);
  t.equal((await send(location, "DELETE")).status, 204);
  t.equal((await send(location)).status, 404);
});

t.test("every part of a composite key is stored, and a list has the resources of all parts", async (t) => {
  const stock = {
    type: "object",
    required: ["store", "sku", "count"],
    properties: { store: { type: "string" }, sku: { type: "string" }, count: { type: "integer" } },
  };
  const amount = { type: "object", required: ["count"], properties: { count: { type: "integer" } } };
  const { url } = await mockOf(t, {
    paths: {
      "/stock/{store}/{sku}": {
        parameters: [path("store"), path("sku")],
        put: {
          operationId: "put",
          requestBody: body(amount),
          responses: { 200: json(stock), 201: json(stock) },
        },
        get: { operationId: "fetch", responses: { 200: json(stock), 404: none } },
      },
      "/stock": {
        get: {
          operationId: "list",
          parameters: [query("store"), query("sku")],
          responses: { 200: json({ type: "array", items: stock }) },
        },
      },
    },
  });
  for (const key of ["x/a", "y/a", "x/b"]) await send(`${url}/stock/${key}`, "PUT", { count: 1 });
  t.match(await send(`${url}/stock/y/a`, "PUT", { count: 2 }), {
    status: 200,
    body: { store: "y", sku: "a", count: 2 },
  });
  const keys = async (search: string) =>
    ((await send(`${url}/stock${search}`)).body as { store: string; sku: string }[]).map(
      ({ store, sku }) => `${store}/${sku}`,
    );
  t.same(await keys(""), ["x/a", "y/a", "x/b"]);
  t.same(await keys("?store=x"), ["x/a", "x/b"]);
  t.same(await keys("?sku=a&store=y"), ["y/a"]);
});

t.test("a partial change keeps what it does not name, and filters find attributes", async (t) => {
  const attributes = {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, size: { type: "integer" } },
  };
  const thing = {
    type: "object",
    required: ["id", "attributes"],
    properties: { id: { type: "integer", minimum: 1 }, attributes },
  };
  const whole = { type: "object", required: ["data"], properties: { data: thing } };
  const given = { type: "object", properties: { data: { type: "object" } } };
  const { url } = await mockOf(t, {
    paths: {
      "/things": {
        post: { operationId: "create", requestBody: body(given), responses: { 201: json(whole) } },
        get: {
          operationId: "list",
          parameters: [query("filter[name]")],
          responses: { 200: json({ type: "object", properties: { data: { type: "array", items: thing } } }) },
        },
      },
      "/things/{id}": {
        parameters: [path("id", { type: "integer" })],
        get: { operationId: "fetch", responses: { 200: json(whole) } },
        patch: { operationId: "patch", requestBody: body(given), responses: { 200: json(whole) } },
      },
    },
  });
  for (const name of ["a", "b"])
    await send(`${url}/things`, "POST", { data: { attributes: { name, size: 1 } } });
  t.match(await send(`${url}/things?filter[name]=b`), { body: { data: [{ id: 2 }] } });
  const changed = await send(`${url}/things/1`, "PATCH", { data: { attributes: { size: 9 } } });
  t.strictSame(changed.body, { data: { id: 1, attributes: { name: "a", size: 9 } } });
});

t.test(
  "null clears what cannot be null, bodies say what was done, and dates filter dates only",
  async (t) => {
    const item = {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, price: { type: "number" } },
    };
    const change = { type: "object", properties: { price: { type: ["number", "null"] } } };
    const { url } = await mockOf(t, {
      paths: {
        "/items": {
          post: { operationId: "create", requestBody: body(change), responses: { 201: json(item) } },
          get: {
            operationId: "list",
            parameters: [query("created_after", { type: "string", format: "date-time" })],
            responses: { 200: json({ type: "array", items: item }) },
          },
        },
        "/items/{id}": {
          parameters: [idParameter],
          get: { operationId: "fetch", responses: { 200: json(item) } },
          patch: { operationId: "patch", requestBody: body(change), responses: { 200: json(item) } },
          delete: {
            operationId: "remove",
            responses: {
              200: json({
                type: "object",
                required: ["deleted"],
                properties: { deleted: { type: "boolean" } },
              }),
            },
          },
        },
      },
    });
    const { id } = (await send(`${url}/items`, "POST", { price: 3 })).body as { id: string };
    t.strictSame((await send(`${url}/items/${id}`, "PATCH", { price: null })).body, { id });
    t.same(
      (await send(`${url}/items?created_after=2020-01-01T00:00:00Z`)).body,
      [{ id }],
      "there is no date",
    );
    t.same((await send(`${url}/items/${id}`, "DELETE")).body, { deleted: true });
  },
);

t.test(
  "a 202 has every declared location header; below a missing resource everything is a 404",
  async (t) => {
    const report = {
      type: "object",
      required: ["id", "status"],
      properties: { id: { type: "string" }, status: { enum: ["running", "done"] } },
    };
    const uri = { required: true, schema: { type: "string", format: "uri" } };
    const file = {
      description: "",
      content: { "application/pdf": { schema: { type: "string", format: "binary" } } },
    };
    const { url } = await mockOf(t, {
      paths: {
        "/reports": {
          post: {
            operationId: "start",
            requestBody: body({ type: "object" }),
            responses: { 202: { description: "", headers: { "Operation-Location": uri } } },
          },
        },
        "/reports/{id}": {
          parameters: [idParameter],
          get: { operationId: "fetch", responses: { 200: json(report), 404: none } },
        },
        "/reports/{id}/file": {
          parameters: [idParameter],
          get: { operationId: "download", responses: { 200: file, 404: none } },
        },
      },
    });
    const { headers } = await send(`${url}/reports`, "POST", {});
    const location = headers.get("Operation-Location") ?? "";
    t.match(await send(location), { status: 200, body: { status: "running" } });
    t.match(await send(location), { body: { status: "done" } });
    t.equal((await fetch(`${location}/file`)).status, 200);
    t.equal((await fetch(`${url}/reports/none/file`)).status, 404);
  },
);

t.test(
  "operations of `query` and `additionalOperations` are served by their declarations, and change no state",
  async (t) => {
    const words = { type: "object", required: ["words"], properties: { words: { type: "string" } } };
    const note = {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, title: { type: "string" } },
    };
    const destination = { name: "Destination", in: "header", required: true, schema: { type: "string" } };
    const found = { description: "", content: { "application/json": { example: ["a hit"] } } };
    const { url } = await mockOf(t, {
      openapi: "3.2.0",
      paths: {
        "/notes": {
          get: { operationId: "list", responses: { 200: json({ type: "array", items: note }) } },
          post: { operationId: "create", requestBody: body(note), responses: { 201: json(note) } },
          query: {
            operationId: "search",
            requestBody: body(words),
            responses: { 200: found },
          },
          additionalOperations: {
            COPY: { operationId: "copy", parameters: [destination], responses: { 201: none } },
          },
        },
        "/made": { query: { operationId: "made", responses: { 200: json(words) } } },
      },
    });
    const { body: created } = await send(`${url}/notes`, "POST", { id: "1", title: "a" });
    t.match(await send(`${url}/notes`, "QUERY", { words: "a" }), { status: 200, body: ["a hit"] });
    t.equal((await send(`${url}/notes`, "QUERY", {})).status, 400, "its body is validated");
    t.equal((await send(`${url}/notes`, "COPY", undefined, { Destination: "/x" })).status, 201);
    t.equal((await send(`${url}/notes`, "COPY")).status, 400, "its parameters are validated");
    t.strictSame((await send(`${url}/notes`)).body, [created]);
    t.match(await send(`${url}/made`, "QUERY"), { status: 200, body: { words: String } });
    const other = await send(`${url}/made`, "PURGE");
    t.equal(other.status, 405);
    t.match(other.headers.get("Allow"), /QUERY/);
  },
);
