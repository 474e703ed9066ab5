// Where things of a mock are: ids that their paths take, collections at the top, and locations of what has no
// content.
import t from "tap";
import { body, json, mockOf, send } from "./mock-of.ts";

const named = { type: "object", properties: { name: { type: "string" } } };

t.test("an id is a number as text where paths take numbers and the property is a text", async (t) => {
  const hook = { type: "object", properties: { id: { type: "string" }, name: { type: "string" } } };
  const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
  const mock = await mockOf(t, {
    paths: {
      "/hooks": {
        post: { operationId: "addHook", requestBody: body(named), responses: { "201": json(hook) } },
      },
      "/hooks/{id}": {
        get: { operationId: "fetchHook", parameters: [id], responses: { "200": json(hook) } },
      },
    },
  });
  const created = await send(`${mock.url}/hooks`, "POST", { name: "a" });
  t.match(created.body, { id: /^\d+$/, name: "a" });
  t.same((await send(`${mock.url}/hooks/${(created.body as { id: string }).id}`)).body, created.body);
});

t.test("resources whose id is the first segment are created at / and found by Location", async (t) => {
  const realm = { type: "object", properties: { id: { type: "string" }, name: { type: "string" } } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const done = { description: "Done" };
  const mock = await mockOf(t, {
    paths: {
      "/": {
        get: { operationId: "listRealms", responses: { "200": json({ type: "array", items: realm }) } },
        post: { operationId: "addRealm", requestBody: body(named), responses: { "201": done } },
      },
      "/{id}": {
        parameters: [id],
        get: { operationId: "fetchRealm", responses: { "200": json(realm) } },
        delete: { operationId: "removeRealm", responses: { "204": done } },
      },
    },
  });
  const created = await send(`${mock.url}/`, "POST", { name: "a" });
  const location = created.headers.get("Location") ?? "";
  const found = await send(location);
  t.match(found.body, { name: "a" });
  t.same((await send(`${mock.url}/`)).body, [found.body]);
  t.equal((await send(location, "DELETE")).status, 204);
  t.equal((await send(location)).status, 404);
});

t.test("a collection whose ids have few values is full at some point, and the mock responds", async (t) => {
  const id = { name: "rule", in: "path", required: true, schema: { enum: ["VALIDITY", "COMPATIBILITY"] } };
  const rule = { type: "object", properties: { config: { type: "string" } } };
  const rules = { type: "array", items: { enum: ["VALIDITY", "COMPATIBILITY"] } };
  const mock = await mockOf(t, {
    paths: {
      "/rules": {
        get: { operationId: "listRules", responses: { "200": json(rules) } },
        post: { operationId: "addRule", requestBody: body(rule), responses: { "201": json(rule) } },
      },
      "/rules/{rule}": {
        parameters: [id],
        get: { operationId: "fetchRule", responses: { "200": json(rule) } },
      },
    },
  });
  const listed: unknown[] = [];
  for (const config of ["a", "b", "c", "d"]) {
    t.match(await send(`${mock.url}/rules`, "POST", { config }), { status: 201, body: { config } });
    listed.push((await send(`${mock.url}/rules`)).body);
  }
  t.equal((listed.at(0) as string[]).length, 1);
  t.same((listed.at(-1) as string[]).sort(), ["COMPATIBILITY", "VALIDITY"]);
  // Each id of the list is one that is found, from the first on.
  t.equal((await send(`${mock.url}/rules/${(listed.at(0) as string[]).at(0)}`)).status, 200);
  t.equal((await send(`${mock.url}/rules/VALIDITY`)).status, 200);
  t.equal((await send(`${mock.url}/rules/COMPATIBILITY`)).status, 200);
});

t.test("a page has all required properties of its metadata", async (t) => {
  const item = { type: "object", properties: { id: { type: "string" } } };
  const facts = { page: { type: "integer" }, total_entries: { type: "integer" }, note: { type: "string" } };
  const meta = { type: "object", required: Object.keys(facts), properties: facts };
  const page = { type: "object", properties: { items: { type: "array", items: item }, meta } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const mock = await mockOf(t, {
    paths: {
      "/items": {
        get: { operationId: "listItems", responses: { "200": json(page) } },
        post: { operationId: "addItem", requestBody: body(named), responses: { "201": json(item) } },
      },
      "/items/{id}": {
        get: { operationId: "fetchItem", parameters: [id], responses: { "200": json(item) } },
      },
    },
  });
  const { body: added } = await send(`${mock.url}/items`, "POST", {});
  const listed = await send(`${mock.url}/items`);
  t.same(listed.body, { items: [added], meta: { page: 1, total_entries: 1, note: "" } });
});
