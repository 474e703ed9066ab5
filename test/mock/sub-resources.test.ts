// Resources that are created and listed below a parent, and fetched elsewhere.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const book = {
  type: "object",
  required: ["id", "title", "status"],
  properties: {
    id: { type: "integer" },
    title: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
    status: { enum: ["DRAFT", "PUBLISHED"] },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Book: book,
  OwnedBook: { ...book, properties: { ...book.properties, authorId: { type: "string" } } },
  Author: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
  NewBook: {
    type: "object",
    required: ["title"],
    properties: { title: { type: "string" }, tags: book.properties.tags },
  },
};
const bookId = { name: "bookId", in: "path", required: true, schema: { type: "integer" } };
const authors = {
  "/authors": {
    post: {
      operationId: "addAuthor",
      requestBody: body(ref("Author")),
      responses: { 201: json(ref("Author")) },
    },
  },
  "/authors/{id}": {
    parameters: [idParameter],
    get: { operationId: "author", responses: { 200: json(ref("Author")) } },
  },
};

/** Books of authors; `wrapped` inside of an object. */
function library(name: string, wrapped: boolean): object {
  const one = wrapped ? { type: "object", required: ["data"], properties: { data: ref(name) } } : ref(name);
  const list = { type: "array", items: ref(name) };
  return {
    ...authors,
    "/authors/{id}/books": {
      parameters: [idParameter],
      get: { operationId: "listBooks", responses: { 200: json(list) } },
      post: { operationId: "addBook", requestBody: body(ref("NewBook")), responses: { 201: json(one) } },
    },
    "/books": { get: { operationId: "allBooks", responses: { 200: json(list) } } },
    "/books/{bookId}": {
      parameters: [bookId],
      get: { operationId: "book", responses: { 200: json(ref(name)) } },
      delete: { operationId: "removeBook", responses: { 204: { description: "" } } },
    },
    "/books/{bookId}/publish": {
      parameters: [bookId],
      post: { operationId: "publish", responses: { 200: json(ref(name)) } },
    },
  };
}

for (const { name, wrapped, belongs } of [
  { name: "Book", wrapped: false, belongs: {} },
  { name: "OwnedBook", wrapped: false, belongs: { authorId: "ann" } },
  { name: "OwnedBook", wrapped: true, belongs: { authorId: "ann" } },
])
  t.test(
    `a ${name} is created below its parent${wrapped ? ", wrapped" : ""}, and found elsewhere`,
    async (t) => {
      const { url } = await mockOf(t, { paths: library(name, wrapped), schemas });
      for (const id of ["ann", "bob"]) await send(`${url}/authors`, "POST", { id });
      const given = { title: "One", tags: ["a", "b"] };
      const created = await send(`${url}/authors/ann/books`, "POST", given);
      t.match(created, { status: 201 });
      const shown = (wrapped ? (created.body as { data: unknown }).data : created.body) as { id: number };
      t.match(shown, { ...given, ...belongs, status: "DRAFT" });
      const { id } = shown;
      t.same((await send(`${url}/books/${id}`)).body, shown);
      t.same((await send(`${url}/authors/ann/books`)).body, [shown]);
      t.same((await send(`${url}/authors/bob/books`)).body, []);
      t.same((await send(`${url}/books`)).body, [shown]);
      t.equal((await send(`${url}/books/${id + 100}`)).status, 404, "what nothing created");
      t.equal((await send(`${url}/authors/nobody/books`, "POST", given)).status, 404);
      t.match((await send(`${url}/books/${id}/publish`, "POST")).body, { id, status: "PUBLISHED" });
      t.match((await send(`${url}/authors/ann/books`)).body, [{ status: "PUBLISHED" }]);
      t.equal((await send(`${url}/books/${id}`, "DELETE")).status, 204);
      t.same((await send(`${url}/authors/ann/books`)).body, []);
    },
  );

t.test("a resource created below a parent is fetched and changed at that path, too", async (t) => {
  const paths = {
    ...library("OwnedBook", false),
    "/authors/{id}/books/{bookId}": {
      parameters: [idParameter, bookId],
      get: { operationId: "bookOf", responses: { 200: json(ref("OwnedBook")) } },
      patch: {
        operationId: "changeOf",
        requestBody: body(ref("NewBook")),
        responses: { 200: json(ref("OwnedBook")) },
      },
    },
  };
  const { url } = await mockOf(t, { paths, schemas });
  for (const id of ["ann", "bob"]) await send(`${url}/authors`, "POST", { id });
  const created = await send(`${url}/authors/ann/books`, "POST", { title: "One" });
  const { id } = created.body as { id: number };
  t.same((await send(`${url}/authors/ann/books/${id}`)).body, created.body);
  t.match(await send(`${url}/authors/ann/books/${id}`, "PATCH", { title: "Two" }), {
    body: { title: "Two" },
  });
  t.match((await send(`${url}/books/${id}`)).body, { title: "Two", authorId: "ann" });
  t.equal((await send(`${url}/authors/bob/books/${id}`)).status, 404);
});

t.test(
  "things of an outer parent, or with the parent as an object, belong to a list that they joined",
  async (t) => {
    const owner = { type: "object", properties: { id: { type: "string" } } };
    const repo = { ...book, properties: { ...book.properties, owner, orgId: { type: "string" } } };
    const paths = {
      "/{owner}/{repo}/forks": {
        parameters: [
          { ...idParameter, name: "owner" },
          { ...idParameter, name: "repo" },
        ],
        get: { operationId: "forks", responses: { 200: json({ type: "array", items: ref("Repo") }) } },
        post: {
          operationId: "fork",
          requestBody: body(ref("NewBook")),
          responses: { 201: json(ref("Repo")) },
        },
      },
      "/repos/{repoId}": {
        parameters: [{ ...idParameter, name: "repoId" }],
        get: { operationId: "repo", responses: { 200: json(ref("Repo")) } },
      },
    };
    const { url } = await mockOf(t, { paths, schemas: { ...schemas, Repo: repo } });
    const { body: forked } = await send(`${url}/ann/one/forks`, "POST", { title: "One" });
    t.same((await send(`${url}/ann/one/forks`)).body, [forked]);
    t.same((await send(`${url}/ann/two/forks`)).body, []);
  },
);

t.test("the resources of a list belong to their parent by a property", async (t) => {
  const { url } = await mockOf(
    t,
    {
      paths: {
        ...authors,
        "/authors/{id}/books": {
          parameters: [idParameter],
          get: {
            operationId: "listBooks",
            responses: { 200: json({ type: "array", items: ref("OwnedBook") }) },
          },
        },
        "/books": {
          post: {
            operationId: "add",
            requestBody: body(ref("OwnedBook")),
            responses: { 201: json(ref("OwnedBook")) },
          },
        },
        "/books/{bookId}": {
          parameters: [bookId],
          get: { operationId: "book", responses: { 200: json(ref("OwnedBook")) } },
        },
      },
      schemas,
    },
    {
      seeds: [
        {
          tenant: "tenant-1",
          data: {
            "/authors": [{ id: "1" }],
            "/books": [
              { id: 1, authorId: "2" },
              { id: 2, authorId: "1" },
            ],
          },
        },
      ],
    },
  );
  t.match((await send(`${url}/authors/1/books`)).body, [{ id: 2, authorId: "1" }]);
});
