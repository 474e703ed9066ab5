// The test fetch works for any API: here, for an artificial document of another kind.
import t from "tap";
import { foreignApi } from "./foreign-api.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const book = { $ref: "#/components/schemas/Book" };
const bookId = { name: "bookId", in: "path", required: true, schema: { type: "integer" } };
const failure = {
  description: "No.",
  ...json({ type: "object", properties: { reason: { type: "string" } } }),
};
const errors = { "400": failure, "401": failure, "404": failure };

const parts = {
  servers: [{ url: "{scheme}://{town}.example/{part}/" }],
  security: [{ key: [], tenant: [] }],
  paths: {
    "/books": {
      get: {
        operationId: "books",
        parameters: [{ name: "shelf", in: "query", schema: { type: "string" } }],
        responses: { "200": { description: "All.", ...json({ type: "array", items: book }) }, ...errors },
      },
      post: {
        operationId: "buy",
        requestBody: { required: true, ...json({ $ref: "#/components/schemas/NewBook" }) },
        responses: { "201": { description: "Bought.", ...json(book) }, ...errors },
      },
    },
    "/books/{bookId}": {
      parameters: [bookId],
      get: { operationId: "book", responses: { "200": { description: "One.", ...json(book) }, ...errors } },
      put: {
        operationId: "replace",
        requestBody: { required: true, ...json({ $ref: "#/components/schemas/NewBook" }) },
        responses: { "200": { description: "As it is now.", ...json(book) }, ...errors },
      },
      delete: { operationId: "lose", responses: { "204": { description: "Lost." }, ...errors } },
    },
    "/{town}-hours.txt": {
      parameters: [{ name: "town", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "hoursAsText",
        responses: {
          "200": { description: "Hours.", content: { "text/plain": { schema: { type: "string" } } } },
        },
      },
    },
    "/opening-hours": {
      get: {
        operationId: "hours",
        responses: {
          "200": {
            description: "Hours.",
            content: { "application/json": { schema: { type: "object" }, example: { from: 9, to: 17 } } },
          },
        },
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
    NewBook: {
      type: "object",
      required: ["title"],
      additionalProperties: false,
      properties: { title: { type: "string", minLength: 1 }, shelf: { type: "string" } },
    },
    Book: {
      allOf: [
        {
          type: "object",
          required: ["title", "pages"],
          properties: {
            title: { type: "string" },
            shelf: { type: "string" },
            pages: { type: "integer", minimum: 1 },
          },
        },
        { type: "object", required: ["id"], properties: { id: { type: "integer", examples: [100] } } },
      ],
    },
  },
};

t.test("the test fetch creates, lists, replaces and deletes resources", async (t) => {
  const call = await foreignApi(t, parts);
  const bought = await call("POST", "/books", { title: "Emma", shelf: "A" });
  t.equal(bought.status, 201);
  const one = (await bought.json()) as { id: number };
  t.same(one, { title: "Emma", shelf: "A", pages: 1, id: 101 });
  await call("POST", "/books", { title: "Persuasion", shelf: "B" });
  t.match(await (await call("GET", "/books")).json(), [{ title: "Emma" }, { title: "Persuasion" }]);
  t.match(await (await call("GET", "/books?shelf=B")).json(), [{ title: "Persuasion" }]);
  t.same(await (await call("PUT", `/books/${one.id}`, { title: "Emma!" })).json(), {
    title: "Emma!",
    pages: 1,
    id: one.id,
  });
  const lost = await call("DELETE", `/books/${one.id}`);
  t.equal(lost.status, 204);
  t.equal(lost.body, null);
  t.equal((await call("GET", `/books/${one.id}`)).status, 404);
});

t.test("the test fetch rejects invalid requests with the document's own error schema", async (t) => {
  const call = await foreignApi(t, parts);
  for (const [method, path, body] of [
    ["POST", "/books", { title: "" }],
    ["POST", "/books", { titel: "Emma" }],
    ["GET", "/books/one", undefined],
    ["GET", "/books?shelve=A", undefined],
  ] as const) {
    const response = await call(method, path, body);
    t.equal(response.status, 400, path);
    t.equal(response.headers.get("Content-Type"), "application/json");
  }
});

t.test("an operation that is not create, read, update or delete responds with its example", async (t) => {
  const call = await foreignApi(t, parts);
  t.same(await (await call("GET", "/opening-hours")).json(), { from: 9, to: 17 });
});

t.test(
  "the test fetch supports parameters within path segments, and responses that are not JSON",
  async (t) => {
    const call = await foreignApi(t, parts);
    const response = await call("GET", "/Bath-hours.txt");
    t.match(
      [response.status, response.headers.get("Content-Type"), await response.text()],
      [200, "text/plain", ""],
    );
    t.equal((await call("GET", "/-hours.txt")).status, 404);
  },
);
