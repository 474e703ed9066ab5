// What documents leave open or write in unusual ways: no success at all, ranges of media types, XML only,
// page sizes without a default, and paths with a fragment.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { explainMock } from "../../scripts/contract/mock/explain-mock.ts";
import { prepareMock } from "../../scripts/contract/mock/prepare-mock.ts";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, name: { type: "string" } },
  additionalProperties: false,
};
const list = { type: "array", items: thing };
const problem = { description: "wrong", content: { "application/json": { schema: { type: "object" } } } };

/** Returns an operation with one success response, its content in this media type. */
function responds(operationId: string, type: string, schema: object, more: object = {}): object {
  return { operationId, responses: { 200: { description: "", content: { [type]: { schema } } } }, ...more };
}

/** Returns things that are created, listed and fetched in a media type. */
function thingsIn(type: string, name: string, parameters: object[] = [], listed: object = list): object {
  return {
    [`/${name}`]: {
      get: responds(`${name}.list`, type, listed, { parameters }),
      post: responds(`${name}.create`, type, thing, { requestBody: body(thing) }),
    },
    [`/${name}/{id}`]: { parameters: [idParameter], get: responds(`${name}.fetch`, type, thing) },
  };
}

/** Explains the guesses of each operation of a document. */
async function guessesOf(
  t: { testdir: () => string },
  paths: object,
): Promise<Map<string, readonly string[]>> {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const { contracts, state } = await prepareMock(path);
  return new Map(explainMock(contracts[0]!, state).map(({ operationId, guesses }) => [operationId, guesses]));
}

t.test("a success has no content if the document declares only errors", async (t) => {
  const paths = {
    "/pets": { post: { operationId: "add", requestBody: body(thing), responses: { 405: problem } } },
    "/pets/{id}": {
      parameters: [idParameter],
      get: { operationId: "fetch", responses: { 200: json(thing) } },
      delete: { operationId: "remove", responses: { 404: problem } },
    },
    "/ping": { get: { operationId: "ping", responses: { "5XX": problem } } },
  };
  const mock = await mockOf(t, { paths });
  const { url } = mock;
  const { status, headers } = await send(`${url}/pets`, "POST", { id: "a", name: "Rex" });
  t.equal(status, 201);
  t.match(await send(headers.get("Location") ?? ""), { status: 200, body: { id: "a", name: "Rex" } });
  t.equal((await send(`${url}/pets/a`, "DELETE")).status, 204);
  t.equal((await send(`${url}/pets/a`)).status, 404);
  t.match(await send(`${url}/pets`, "POST", { id: 1 }), { status: 400 });
  t.match(await send(`${url}/ping`), { status: 204, body: undefined });
  t.same(
    mock.journal().filter(({ withheld }) => withheld !== undefined),
    [],
  );
  const guesses = await guessesOf(t, paths);
  t.match(guesses.get("add")?.at(-1), /^the document declares no success: it is a 201/);
  t.notMatch(guesses.get("fetch") ?? [], [/no success/]);
});

t.test("a range of media types that contains JSON is served as JSON", async (t) => {
  const { url } = await mockOf(t, {
    paths: { ...thingsIn("*/*", "all"), ...thingsIn("application/*", "some") },
  });
  for (const name of ["all", "some"]) {
    const created = await send(`${url}/${name}`, "POST", { id: "a", name: "Rex" });
    t.match(created, { status: 200, body: { id: "a", name: "Rex" } });
    t.equal(created.headers.get("Content-Type"), "application/json");
    t.match((await send(`${url}/${name}`)).body, [{ id: "a" }]);
  }
});

t.test("XML is written with the names of the schema; unread bodies are explained", async (t) => {
  const named = { ...thing, xml: { name: "thing" } };
  const paths = {
    "/things": {
      post: { ...responds("create", "application/xml", named), requestBody: body(thing) },
      put: { ...responds("replace", "application/xml", named), requestBody: { content: { "text/xml": {} } } },
    },
    "/things/{id}": { parameters: [idParameter], get: responds("fetch", "application/xml", named) },
  };
  const { url } = await mockOf(t, { paths });
  const headers = { "Content-Type": "application/json" };
  await fetch(`${url}/things`, { method: "POST", headers, body: '{"id":"a","name":"R & x"}' });
  const response = await fetch(`${url}/things/a`);
  t.equal(response.headers.get("Content-Type"), "application/xml");
  t.equal(await response.text(), "<thing><id>a</id><name>R &amp; x</name></thing>");
  t.match((await guessesOf(t, paths)).get("replace")?.at(-1), "bodies of text/xml are not read");
});

t.test("a page is as long as the document allows", async (t) => {
  const limit = (schema: object) => [{ name: "limit", in: "query", schema: { type: "integer", ...schema } }];
  const { url } = await mockOf(t, {
    paths: {
      ...thingsIn("application/json", "small", limit({ maximum: 2 })),
      ...thingsIn("application/json", "large", limit({ minimum: 55 })),
      ...thingsIn("application/json", "short", [], { ...list, maxItems: 3 }),
      ...thingsIn("application/json", "whole"),
    },
  });
  for (const { name, want } of [
    { name: "small", want: 2 },
    { name: "large", want: 55 },
    { name: "short", want: 3 },
    { name: "whole", want: 60 },
  ]) {
    for (let count = 0; count < 60; count++) await send(`${url}/${name}`, "POST", { id: `${name}-${count}` });
    t.match((await send(`${url}/${name}`)).body, { length: want }, name);
  }
});

t.test("a path key with a fragment serves the requests that match no path key without one", async (t) => {
  const paths = {
    "/files/{id}#share": {
      parameters: [idParameter],
      put: { operationId: "share", responses: { 200: json({ const: "shared" }) } },
      get: { operationId: "shared", responses: { 200: json({ const: "shared" }) } },
    },
    "/files/{id}": {
      parameters: [idParameter],
      get: { operationId: "fetch", responses: { 200: json(thing) } },
    },
  };
  const { url } = await mockOf(t, { paths });
  t.match(await send(`${url}/files/1`, "PUT"), { status: 200, body: "shared" });
  t.match(await send(`${url}/files/1`), { status: 200, body: { id: "1" } });
  const guesses = await guessesOf(t, paths);
  t.match(guesses.get("share")?.at(-1), "requests are sent to /files/{id}, where share responds");
  t.match(guesses.get("shared")?.at(-1), "requests are sent to /files/{id}, where fetch responds");
});

t.test("an XML body is parsed by its schema, and stored or rejected with its problems", async (t) => {
  const schema = {
    type: "object",
    required: ["name"],
    properties: {
      id: { type: "integer", readOnly: true },
      name: { type: "string", minLength: 2 },
      tags: { type: "array", items: { type: "string" }, xml: { wrapped: true } },
    },
    xml: { name: "thing" },
  };
  const content = { "application/json": { schema }, "application/xml": { schema } };
  const { url } = await mockOf(t, {
    paths: {
      "/things": {
        post: {
          operationId: "create",
          requestBody: { required: true, content },
          responses: { 201: json(schema), 400: problem },
        },
        get: { operationId: "list", responses: { 200: json({ type: "array", items: schema }) } },
      },
      "/things/{id}": {
        parameters: [{ ...idParameter, schema: { type: "integer" } }],
        get: { operationId: "fetch", responses: { 200: { description: "", content } } },
        put: {
          operationId: "replace",
          requestBody: { required: true, content },
          responses: { 200: json(schema), 400: problem },
        },
      },
    },
  });
  const post = async (body: string, path = "/things", method = "POST") => {
    const headers = { "Content-Type": "application/xml; charset=utf-8" };
    const response = await fetch(url + path, { method, headers, body });
    return { status: response.status, text: await response.text() };
  };
  t.match(await post("<thing><name>Rex</name><tags><tags>a</tags></tags></thing>"), { status: 201 });
  const fetched = await fetch(`${url}/things/1`, { headers: { Accept: "application/xml" } });
  t.equal(await fetched.text(), "<thing><name>Rex</name><tags><tags>a</tags></tags><id>1</id></thing>");
  t.match(await post("<thing><name>Max</name></thing>", "/things/1", "PUT"), { status: 200 });
  t.match(await send(`${url}/things`), { body: [{ id: 1, name: "Max" }] });
  for (const wrong of ["<thing><name>x</name></thing>", "<thing><name>Rex</thing>", "<thing/>"])
    t.match(await post(wrong), { status: 400 }, wrong);
  t.match(await send(`${url}/things`), { body: { length: 1 } });
});
