// Routes of the generated plugin: each has its schema, even if the path table decides; types, prefixes,
// tolerant routers.
import { join } from "node:path";
import { fastify } from "fastify";
import t from "tap";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { compileServer, generateServer } from "./generated-server.ts";
import {
  type Handler,
  noteIds,
  notesApplication,
  notesDocument,
  notesServer,
  pluginOptions,
} from "./notes-application.ts";

t.setTimeout(120_000);

const folder = t.testdir({ "openapi.json": JSON.stringify(notesDocument) });
const notes = await notesServer(folder);
const key = { "x-key": "good" };

t.test("a plugin can get the validators of a request", async (t) => {
  const app = notesApplication(t, notes);
  const verdicts: unknown[] = [];
  app.addHook("preHandler", async (request) => {
    const query = request.getValidationFunction("querystring");
    const params = request.getValidationFunction("params");
    for (const value of [{ dry: true }, {}]) verdicts.push(query?.(value));
    verdicts.push(params?.({}));
  });
  await app.inject({ method: "POST", url: "/v1/notes?dry=true", headers: key, payload: { text: "a" } });
  t.match(verdicts, [true, { error: { errors: [{ in: "query", name: "dry" }] } }, true]);
});

t.test("each route has its schema, even if Fastify's router cannot express its path", async (t) => {
  const routes: { method: unknown; url: string; id: unknown; schema: unknown }[] = [];
  const app = fastify();
  t.teardown(() => app.close());
  app.addHook(
    "onRoute",
    ({ method, url, config, schema }) => void routes.push({ method, url, id: config?.operationId, schema }),
  );
  const called: unknown[] = [];
  const remember: Handler = ({ request }) => (
    called.push(request.routeOptions.config.operationId),
    { status: 204 }
  );
  void app.register(
    notes.operationsPlugin,
    pluginOptions(Object.fromEntries(noteIds.map((id) => [id, remember]))),
  );
  await app.ready();
  t.same(new Set(routes.map(({ id }) => id)), new Set(noteIds));
  for (const { schema } of routes)
    t.match(schema, { operationId: String, params: Object, querystring: Object, response: Object });
  t.match(routes.find(({ id }) => id === "listNotes")?.schema, {
    tags: ["Notes"],
    summary: "All notes",
    description: "The newest first.",
    deprecated: true,
    security: [{ key: [] }],
    querystring: {
      type: "object",
      properties: { limit: { type: "integer", maximum: 50 } },
      additionalProperties: false,
    },
    headers: { properties: { "X-Trace": { maxLength: 4 } } },
    response: {
      200: { description: "Notes", content: { "application/json": { schema: { type: "array" } } } },
    },
  });
  for (const url of ["/v1/notes/1:pin", "/v1/notes/1"]) {
    const answer = await app.inject({ method: "POST", url, headers: key });
    t.equal(answer.statusCode, 204, url);
  }
  t.same(called, ["pinNote", "touchNote"], "the route that Fastify knows is the operation's own");
});

t.test(
  "the plugin is encapsulated: below a prefix, with parameters in it, and beside another plugin",
  async (t) => {
    const app = notesApplication(
      t,
      notes,
      { fetchNote: ({ path }) => ({ status: 200, body: { text: JSON.stringify(path) } }) },
      { prefix: "/:tenant/x" },
    );
    void app.register(notes.operationsPlugin, { prefix: "/other", ...pluginOptions() });
    app.get("/plain", (request) => ({ query: request.query }));
    app.post("/plain", (request) => ({ body: request.body }));
    t.same((await app.inject("/t%2F1/x/v1/notes/5")).json(), { text: '{"id":5}' });
    t.equal((await app.inject({ method: "POST", url: "/t/x/v1/notes/5:pin", headers: key })).statusCode, 204);
    t.equal((await app.inject({ method: "POST", url: "/other/v1/notes/5:pin" })).statusCode, 401);
    t.match((await app.inject("/t/x/v1/nowhere")).json(), { status: 404, type: "about:blank" });
    t.same((await app.inject("/plain?a=1")).json(), { query: { a: "1" } });
    t.same((await app.inject({ method: "POST", url: "/plain", payload: { a: 1, more: [] } })).json(), {
      body: { a: 1, more: [] },
    });
  },
);

t.test("every response of a deprecated operation has the header fields that announce its end", async (t) => {
  const announced = { deprecation: "@1767225600", sunset: "Mon, 01 Mar 2027 00:00:00 GMT" };
  for (const direct of [false, true]) {
    const app = fastify();
    t.teardown(() => app.close());
    const handlers = { listNotes: () => ({ status: 200, body: [] }) };
    void app.register(notes.operationsPlugin, { ...pluginOptions(handlers), ...{ direct } });
    const list = await app.inject({ url: "/v1/notes", headers: key });
    t.match(list, { statusCode: 200, headers: announced });
    t.match(await app.inject("/v1/notes"), { statusCode: 401, headers: announced });
    t.notOk("sunset" in (await app.inject("/v1/notes/1")).headers);
  }
  const mock = await startMock(join(folder, "openapi.json"), {});
  t.teardown(() => mock.close());
  for (const headers of [{ "X-Key": "k" }, {}]) {
    const fields = (await fetch(`${mock.url}/notes`, { headers })).headers;
    t.match(Object.fromEntries(fields), announced);
  }
});

t.test("paths that a router matches tolerantly keep their values", async (t) => {
  const seen: unknown[] = [];
  const app = notesApplication(
    t,
    notes,
    { fetchNote: ({ path }) => (seen.push(path), { status: 200, body: { text: "a" } }) },
    {
      routerOptions: { ignoreTrailingSlash: true, caseSensitive: false },
    },
  );
  for (const url of ["/v1/notes/7", "/v1/notes/7/", "/V1/Notes/7", "/v1/notes/%37/"])
    t.equal((await app.inject(url)).statusCode, 200, url);
  t.same(seen, Array(4).fill({ id: 7 }));
});

t.test(
  "the types of the plugin let a program register it, use the reply and read the operation's id",
  async (t) => {
    const own = t.testdir({ "openapi.json": JSON.stringify(notesDocument) });
    await generateServer(own, join(own, "openapi.json"));
    const program = `import { fastify } from "fastify";
import { type Authenticators, HttpError, operationsPlugin, serverOptions, type Handlers } from "./generated/server.ts";
import { swaggerOptions } from "./generated/swagger.ts";
const handlers: Handlers = {
  listNotes: ({ reply }) => (reply.header("x", "y"), { status: 200, body: [] }),
  createNote: async ({ body }) => ({ status: 201, body }),
  fetchNote: ({ path, reply }) => reply.send({ text: String(path.id) }),
  touchNote: () => { throw new HttpError(409, "Not now."); },
  pinNote: async () => ({ status: 204 }),
};
const app = fastify({ ...serverOptions });
app.addHook("onRequest", async (request) => console.log(request.routeOptions.config.operationId?.length));
await app.register(operationsPlugin<Authenticators>, { prefix: "/x", handlers, authenticate: { key: ({ key }) => key } });
console.log(swaggerOptions().openapi);
`;
    t.equal(compileServer(own, { "program.ts": program }), "");
  },
);
