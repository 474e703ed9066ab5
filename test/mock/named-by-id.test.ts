// Resources that a request names by id or in short form and responses contain in full: a stored resource
// stays valid by its schema.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const file = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string", example: "Contract.pdf" } },
};
const task = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "string" },
    file: { $ref: "#/components/schemas/File" },
    copies: { type: "array", items: { $ref: "#/components/schemas/File" } },
    due: { type: "string", format: "date" },
    note: { type: "string" },
  },
};
const reference = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const newTask = {
  type: "object",
  properties: {
    file: reference,
    copies: { type: "array", items: reference },
    due: { type: "string" },
    note: { type: "string" },
  },
};
const shown = { $ref: "#/components/schemas/Task" };
const order = { type: "array", items: { type: "object", properties: { by: { type: "string" } } } };
const page = { type: "object", properties: { order, entries: { type: "array", items: shown } } };

const paths = {
  "/tasks": {
    get: { operationId: "listTasks", responses: { "200": json(page) } },
    post: { operationId: "addTask", requestBody: body(newTask), responses: { "201": json(shown) } },
  },
  "/tasks/{id}": {
    parameters: [idParameter],
    get: { operationId: "fetchTask", responses: { "200": json(shown) } },
    patch: { operationId: "changeTask", requestBody: body(newTask), responses: { "200": json(shown) } },
  },
};

t.test("a resource named by its id is expanded, created and changed", async (t) => {
  const mock = await mockOf(t, { paths, schemas: { File: file, Task: task } });
  const given = { file: { id: "7" }, copies: [{ id: "8" }, { id: "9" }], note: "read it" };
  const created = await send(`${mock.url}/tasks`, "POST", given);
  const { id } = created.body as { id: string };
  const name = "Contract.pdf";
  const want = {
    id,
    file: { id: "7", name },
    copies: [
      { id: "8", name },
      { id: "9", name },
    ],
    note: "read it",
  };
  t.same({ status: created.status, body: created.body }, { status: 201, body: want });
  t.same((await send(`${mock.url}/tasks/${id}`)).body, want);
  const changed = await send(`${mock.url}/tasks/${id}`, "PATCH", { file: { id: "10" } });
  t.same(changed.body, { ...want, file: { id: "10", name } });
  t.same(
    (await send(`${mock.url}/tasks`)).body,
    { entries: [changed.body] },
    "listed, not among what is said of a list",
  );
});

t.test("write-only properties are omitted from responses, and all others are kept", async (t) => {
  const mock = await mockOf(t, { paths, schemas: { File: file, Task: task } });
  const created = await send(`${mock.url}/tasks`, "POST", { due: "tomorrow", note: "read it" });
  const { id } = created.body as { id: string };
  t.match((await send(`${mock.url}/tasks/${id}`)).body, { id, note: "read it" });
  t.equal(mock.journal().filter(({ withheld }) => withheld !== undefined).length, 0);
});

t.test("a path with a text finds what clients name, where the id is a number", async (t) => {
  const org = {
    type: "object",
    properties: { id: { type: "integer" }, username: { type: "string" }, note: { type: "string" } },
  };
  const given = { type: "object", required: ["username"], properties: { username: { type: "string" } } };
  for (const [schema, wanted] of [
    [{ type: "string" }, "acme"],
    [{ type: "integer" }, "1"],
  ] as const) {
    const parameters = [{ name: "org", in: "path", required: true, schema }];
    const mock = await mockOf(t, {
      paths: {
        "/orgs": {
          get: { operationId: "listOrgs", responses: { "200": json({ type: "array", items: org }) } },
          post: { operationId: "addOrg", requestBody: body(given), responses: { "201": json(org) } },
        },
        "/orgs/{org}": {
          parameters,
          get: { operationId: "fetchOrg", responses: { "200": json(org) } },
          delete: { operationId: "removeOrg", responses: { "204": { description: "Done" } } },
        },
      },
    });
    const { body: made } = await send(`${mock.url}/orgs`, "POST", { username: "acme" });
    t.same(made, { id: 1, username: "acme" });
    t.same((await send(`${mock.url}/orgs/${wanted}`)).body, made);
    t.same((await send(`${mock.url}/orgs`)).body, [made]);
    t.equal((await send(`${mock.url}/orgs/${wanted}`, "DELETE")).status, 204);
    t.equal((await send(`${mock.url}/orgs/${wanted}`)).status, 404);
  }
});
