// Paths that Fastify's router does not find for the generated plugin: hooks run for them, too, and no
// operation does.
import { join } from "node:path";
import rateLimit from "@fastify/rate-limit";
import otel from "@fastify/otel";
import { fastify, type FastifyInstance } from "fastify";
import t, { type Test } from "tap";
import { notesApplication, notesDocument, notesServer, pluginOptions } from "./notes-application.ts";

t.setTimeout(120_000);

const { servers, ...withoutServers } = notesDocument;
const codes = {
  "/{code}": {
    get: {
      operationId: "fetchCode",
      security: [],
      parameters: [{ name: "code", in: "path", required: true, schema: { type: "string" } }],
      responses: { 204: { description: "It exists" } },
    },
  },
};
const folder = t.testdir({
  notes: { "openapi.json": JSON.stringify(notesDocument) },
  root: { "openapi.json": JSON.stringify(withoutServers) },
  codes: { "openapi.json": JSON.stringify({ ...notesDocument, paths: codes }) },
});
t.equal(servers.length, 1);
const notes = await notesServer(join(folder, "notes"));
const root = await notesServer(join(folder, "root"));
const other = await notesServer(join(folder, "codes"));
const key = { "x-key": "good" };

/** An application whose hook sees every request and forbids some; handlers are counted. */
function guarded(t: Test, server = notes, options = {}): { app: FastifyInstance; seen: unknown[] } {
  const seen: unknown[] = [];
  const handler = (): object => (seen.push("handler"), { status: 204 });
  const app = notesApplication(
    t,
    server,
    { fetchNote: handler, touchNote: handler, pinNote: handler },
    options,
  );
  app.addHook("onRequest", async ({ url, routeOptions }, reply) => {
    seen.push([url, routeOptions.config.operationId]);
    reply.header("x-seen", "yes");
    if (url.includes("forbidden")) throw Object.assign(new Error("No."), { statusCode: 403 });
  });
  return { app, seen };
}

t.test("a path that cannot be decoded passes every hook, and reaches no handler", async (t) => {
  const { app, seen } = guarded(t);
  const cases = [
    { method: "GET", url: "/v1/notes/%ff", want: 400, hook: ["/v1/notes/%25ff", "fetchNote"] },
    { method: "GET", url: "/v1/notes/%?a=%ff", want: 400, hook: ["/v1/notes/%25?a=%ff", "fetchNote"] },
    { method: "POST", url: "/v1/notes/%C3%A9x%c3", want: 401, hook: ["/v1/notes/%C3%A9x%25c3", "touchNote"] },
    { method: "POST", url: "/v1/notes/%ff:pin", want: 401, hook: ["/v1/notes/%25ff:pin", "pinNote"] },
    {
      method: "GET",
      url: "/v1/notes/forbidden%ff",
      want: 403,
      hook: ["/v1/notes/forbidden%25ff", "fetchNote"],
    },
    { method: "GET", url: "/v1/no%fftes", want: 404, hook: ["/v1/no%25fftes", undefined] },
    { method: "DELETE", url: "/v1/notes/%ff", want: 405, hook: ["/v1/notes/%25ff", undefined] },
  ] as const;
  for (const { method, url, want, hook } of cases) {
    seen.length = 0;
    const answer = await app.inject({ method, url });
    t.match(answer, { statusCode: want, headers: { "x-seen": "yes" } }, url);
    t.match(answer.json(), { status: want, type: "about:blank" }, url);
    t.same(seen, [hook], url);
  }
  const told = { in: "path", name: "id", detail: "must be percent-encoded UTF-8" };
  t.match((await app.inject("/v1/notes/%ff")).json(), { errors: [told] });
});

t.test("the application's error handler gets the errors of such paths", async (t) => {
  const { app } = guarded(t);
  app.setErrorHandler((error: { message: string }, _request, reply) => reply.code(418).send(error.message));
  t.match(await app.inject("/v1/notes/%ff"), { statusCode: 418, body: "The request has 1 problem." });
});

t.test("an application's own routes never get a path that cannot be decoded", async (t) => {
  const { app, seen } = guarded(t, root);
  app.get("/own/:id", () => "own");
  t.equal((await app.inject("/own/%ff")).statusCode, 404);
  t.same(seen, []);
  t.equal((await app.inject("/notes/%ff")).statusCode, 400);
  t.same(seen, [["/notes/%25ff", "fetchNote"]]);
});

t.test("a rewritten URL that cannot be decoded is rewritten once more", async (t) => {
  const rewriteUrl = ({ url = "" }: { url?: string }): string => url.replace("/old/", "/v1/");
  const { app, seen } = guarded(t, notes, { rewriteUrl });
  t.equal((await app.inject("/old/notes/%ff")).statusCode, 400);
  t.same(seen, [["/v1/notes/%25ff", "fetchNote"]]);
});

t.test("long values pass the hooks; a router that is limited rejects them before any handler", async (t) => {
  const { app, seen } = guarded(t);
  const url = `/v1/notes/${"1".repeat(300)}`;
  t.equal((await app.inject(url)).statusCode, 400, "the schema decides");
  t.same(seen, [[url, "fetchNote"]]);
  const limited = guarded(t, notes, { routerOptions: { maxParamLength: 100 } });
  t.match((await limited.app.inject(url)).json(), { status: 414, title: "URI Too Long" });
  t.same(limited.seen, []);
});

t.test("a limit of a route counts requests that are rejected for credentials or media type", async (t) => {
  for (const direct of [false, true]) {
    const app = fastify({ ...notes.serverOptions });
    t.teardown(() => app.close());
    app.addHook("onRoute", ({ config }) => {
      if (config?.operationId === "createNote") Object.assign(config, { rateLimit: { max: 3 } });
    });
    await app.register(rateLimit, { global: false });
    await app.register(notes.operationsPlugin, { ...pluginOptions(), ...{ direct } });
    const create = async (headers: object): Promise<number> => {
      const sent = { method: "POST", url: "/v1/notes?dry=true", payload: "a" } as const;
      const answer = await app.inject({ ...sent, headers: { "content-type": "text/plain", ...headers } });
      return answer.statusCode;
    };
    const got = [await create({}), await create(key), await create({ "x-key": "bad" }), await create(key)];
    t.same(got, [401, 415, 401, 429], `direct: ${direct}`);
  }
});

t.test("without a base path, an application's own handler of unknown paths stays", async (t) => {
  const own = (_request: object, reply: { code: (status: number) => { send: (body: string) => unknown } }) =>
    reply.code(404).send("mine");
  const before = notesApplication(t, root);
  before.setNotFoundHandler(own);
  const after = notesApplication(t, root);
  await after.after();
  after.setNotFoundHandler(own);
  for (const app of [before, after]) {
    t.match(await app.inject("/nowhere"), { statusCode: 404, body: "mine" });
    t.equal((await app.inject({ method: "POST", url: "/notes/1", headers: key })).statusCode, 204);
  }
  const { app, seen } = guarded(t, root);
  t.match((await app.inject("/nowhere")).json(), { status: 404, type: "about:blank" });
  const wrong = await app.inject({ method: "PUT", url: "/notes" });
  t.match(wrong, { statusCode: 405, headers: { allow: "GET, HEAD, POST", "x-seen": "yes" } });
  t.equal(seen.length, 2);
});

t.test("handlers of unknown paths may be instrumented", async (t) => {
  const app = fastify({ ...root.serverOptions });
  t.teardown(() => app.close());
  await app.register(new otel.FastifyOtelInstrumentation().plugin());
  await app.register(root.operationsPlugin, pluginOptions());
  t.match((await app.inject("/nowhere")).json(), { status: 404, type: "about:blank" });
});

t.test("two documents below the same path are served side by side", async (t) => {
  const app = fastify({ ...notes.serverOptions });
  t.teardown(() => app.close());
  await app.register(notes.operationsPlugin, pluginOptions());
  await app.register(other.operationsPlugin, {
    authenticate: {},
    handlers: { fetchCode: () => ({ status: 204 }) },
  });
  for (const [method, url, want] of [
    ["POST", "/v1/notes/1", 401],
    ["GET", "/v1/other", 204],
    ["GET", "/v1/other/more", 404],
    ["PUT", "/v1/notes", 405],
  ] as const) {
    const answer = await app.inject({ method, url });
    t.equal(answer.statusCode, want, `${method} ${url}`);
    if (want === 405) t.equal(answer.headers.allow, "GET, HEAD, POST");
  }
});

t.test("an error of the plugin makes the application's start fail", async (t) => {
  const app = fastify();
  t.teardown(() => app.close());
  void app.register(notes.operationsPlugin, pluginOptions());
  void app.register(notes.operationsPlugin, pluginOptions());
  await t.rejects(async () => await app.ready(), { code: "FST_ERR_DUPLICATED_ROUTE" });
  const unready = fastify();
  void unready.register(notes.operationsPlugin, {} as never);
  await t.rejects(async () => await unready.ready(), { message: "handlers is missing" });
});

t.test("ambiguous paths match as tolerantly as the application's router", async (t) => {
  const routerOptions = { caseSensitive: false, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true };
  const called: unknown[] = [];
  const app = notesApplication(
    t,
    notes,
    {
      pinNote: ({ path, request }) => (
        called.push([path, request.routeOptions.url, request.params]),
        { status: 204 }
      ),
    },
    { routerOptions },
  );
  for (const url of ["/v1/notes/7:pin", "/V1/Notes/7:PIN", "/v1//notes/7:pin/", "/v1/notes/%37:pin"])
    t.equal((await app.inject({ method: "POST", url, headers: key })).statusCode, 204, url);
  t.same(called, Array(4).fill([{ id: 7 }, "/v1/notes/:id_pin", { id: 7 }]));
});
