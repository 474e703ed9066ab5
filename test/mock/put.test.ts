// A PUT of an unknown id: whether it creates the resource follows from the document, and is explained.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { prepareMock } from "../../scripts/contract/mock/prepare-mock.ts";
import { explainMock } from "../../scripts/contract/mock/explain-mock.ts";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";
import { kept, missing, note, ok, paths } from "./put-paths.ts";

t.test("a PUT of an unknown id creates the resource unless the document has a 404 for it", async (t) => {
  const { url } = await mockOf(t, { paths });
  for (const { id, want, then } of [
    { id: "/notes/mine", want: 200, then: 200 },
    { id: "/declared/mine", want: 201, then: 200 },
    { id: "/updates/mine", want: 404, then: 404 },
    { id: "/assigned/mine", want: 404, then: 404 },
    { id: "/readOnly/7", want: 404, then: 404 },
    { id: "/chosen/mine", want: 200, then: 200 },
  ]) {
    const first = await send(`${url}${id}`, "PUT", { text: "one" });
    t.equal(first.status, want, id);
    t.equal((await send(`${url}${id}`)).status, want === 404 ? 404 : 200, `GET ${id}`);
    const second = await send(`${url}${id}`, "PUT", { text: "two" });
    t.equal(second.status, then, `${id} again`);
    if (want !== 404) t.match((await send(`${url}${id}`)).body, { text: "two" });
  }
  t.match((await send(`${url}/declared`)).body, [{ id: "mine", text: "two" }]);
});

t.test("a PUT replaces an existing resource, whether a client or the mock chose its id", async (t) => {
  const { url } = await mockOf(t, { paths });
  const { body: made } = await send(`${url}/readOnly`, "POST", { text: "one" });
  const { id } = made as { id: number };
  t.match(await send(`${url}/readOnly/${id}`, "PUT", { text: "two" }), {
    status: 200,
    body: { id, text: "two" },
  });
  // Nothing creates one, so that each exists.
  t.match(await send(`${url}/given/any`, "PUT", { text: "two" }), {
    status: 200,
    body: { id: "any", text: "two" },
  });
  t.equal((await send(`${url}/given/any`, "DELETE")).status, 204);
  t.equal((await send(`${url}/given/any`, "PUT", { text: "two" })).status, 404);
});

t.test("a PUT creates nothing where GET finds something else, or where the request forbids it", async (t) => {
  const { url } = await mockOf(t, { paths });
  t.equal((await send(`${url}/notes/search`, "PUT", { text: "one" })).status, 404);
  t.same((await send(`${url}/notes`)).body, []);
  const condition = { "If-Match": '"1"' };
  t.equal((await send(`${url}/notes/mine`, "PUT", { text: "one" }, condition)).status, 412);
  t.equal((await send(`${url}/notes/mine`)).status, 404);
});

t.test("a PUT with a body adds a member", async (t) => {
  const user = {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string" }, name: { type: "string" } },
  };
  const named = { type: "object", properties: { name: { type: "string" } } };
  const { url } = await mockOf(t, {
    paths: {
      ...kept("/teams", ok, { create: note }),
      ...kept("/users", { 200: json(user) }, { schema: user, sent: named, create: user }),
      "/teams/{id}/users": {
        parameters: [idParameter],
        get: { operationId: "members", responses: { 200: json({ type: "array", items: user }) } },
      },
      "/teams/{id}/users/{userId}": {
        parameters: [idParameter, { ...idParameter, name: "userId" }],
        put: { operationId: "join", requestBody: body(named), responses: { 200: json(user), 404: missing } },
      },
    },
  });
  await send(`${url}/teams`, "POST", { id: "t", text: "team" });
  await send(`${url}/users`, "POST", { id: "u", name: "Ada" });
  t.same((await send(`${url}/teams/t/users`)).body, []);
  t.match(await send(`${url}/teams/t/users/u`, "PUT", { name: "Eve" }), { status: 200, body: { id: "u" } });
  t.match((await send(`${url}/teams/t/users`)).body, [{ id: "u", name: "Eve" }]);
  t.equal((await send(`${url}/teams/t/users/nobody`, "PUT", { name: "Eve" })).status, 404);
});

t.test("--explain reports what a PUT does with an unknown id, and whether that is a guess", async (t) => {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const { contracts, state } = await prepareMock(path);
  const told = new Map(explainMock(contracts[0]!, state).map((one) => [one.operationId, one]));
  const guess = (why: string) => [`an unknown id is ${why}`];
  t.match(told.get("notes.put"), {
    does: "replaces, or creates, the resource at /notes/{id}",
    guesses: guess("created, since no 404 is declared"),
  });
  t.match(told.get("declared.put"), {
    why: /; an unknown id is created, since a 201 is declared$/,
    guesses: [],
  });
  t.match(told.get("updates.put"), {
    does: "replaces the resource at /updates/{id}",
    why: /; an unknown id is a 404, since a 404 is declared$/,
    guesses: [],
  });
  t.match(told.get("assigned.put")?.guesses, guess("a 404, since assigned.create assigns the ids"));
  t.match(told.get("given.put"), { does: "replaces the resource at /given/{id}" });
});

t.test("a replaced resource keeps what the body of a PUT cannot state", async (t) => {
  const given = { type: "object", properties: { quantity: { type: "integer" }, note: { type: "string" } } };
  const open = { type: "string", enum: ["open", "archived"] };
  const order = {
    type: "object",
    required: ["id", "state"],
    properties: { id: { type: "string" }, ...given.properties, state: open, origin: { type: "string" } },
  };
  const readOnly = {
    ...order.properties,
    state: { ...open, readOnly: true },
    id: { type: "string", readOnly: true },
  };
  const wrapped = { type: "object", properties: { order: given } };
  const cases = [
    { schema: given, put: { quantity: 2 }, origin: "shop" },
    { schema: wrapped, put: { order: { quantity: 2 } }, origin: "shop" },
    { schema: { ...order, properties: readOnly }, put: { quantity: 2 }, origin: undefined },
  ];
  for (const { schema, put, origin } of cases) {
    const mock = await mockOf(t, {
      paths: {
        "/orders": {
          post: { operationId: "addOrder", requestBody: body({}), responses: { "201": json(order) } },
        },
        "/orders/{id}": {
          parameters: [idParameter],
          get: { operationId: "fetchOrder", responses: { "200": json(order) } },
          put: { operationId: "replaceOrder", requestBody: body(schema), responses: { "200": json(order) } },
        },
        "/orders/{id}/archive": {
          post: { operationId: "archiveOrder", parameters: [idParameter], responses: { "200": json(order) } },
        },
      },
    });
    const orders = `${mock.url}/orders`;
    const { id } = (await send(orders, "POST", { quantity: 1, note: "n", origin: "shop" })).body as {
      id: string;
    };
    await send(`${orders}/${id}/archive`, "POST");
    const replaced = await send(`${orders}/${id}`, "PUT", put);
    t.same(
      replaced.body,
      { id, quantity: 2, state: "archived", ...(origin !== undefined && { origin }) },
      JSON.stringify(put),
    );
  }
});
