// The generated plugin as a part of a Fastify application: hooks, replies, errors and logs are Fastify's.
import { fastify, type FastifyReply, type FastifyRequest } from "fastify";
import t from "tap";
import { notesApplication, notesDocument, notesServer, pluginOptions } from "./notes-application.ts";

t.setTimeout(120_000);

const folder = t.testdir({ "openapi.json": JSON.stringify(notesDocument) });
const notes = await notesServer(folder);

const key = { "x-key": "good" };

t.test("hooks run in Fastify's order, and see the operation that the document declares", async (t) => {
  const seen: string[] = [];
  const app = notesApplication(t, notes, {
    createNote: ({ body }) => {
      seen.push("handler");
      return { status: 201, headers: { ETag: '"1"' }, body };
    },
  });
  const told = ({ params, query, body, routeOptions }: FastifyRequest): string =>
    JSON.stringify([routeOptions.config.operationId, params, query, body]);
  app.addHook(
    "onRequest",
    async ({ routeOptions }) => void seen.push(`onRequest ${routeOptions.config.operationId}`),
  );
  app.addHook("preParsing", async () => void seen.push("preParsing"));
  app.addHook("preValidation", async (request) => void seen.push(`preValidation ${told(request)}`));
  app.addHook("preHandler", async (request) => void seen.push(`preHandler ${told(request)}`));
  app.addHook("preSerialization", async (_request, _reply, payload) => {
    seen.push(`preSerialization ${JSON.stringify(payload)}`);
    return payload;
  });
  app.addHook("onSend", async (_request, reply, payload) => {
    seen.push(`onSend ${String(payload)}`);
    reply.header("x-sent", "yes");
    return payload;
  });
  app.addHook("onResponse", async (_request, reply) => void seen.push(`onResponse ${reply.statusCode}`));
  const answer = await app.inject({
    method: "POST",
    url: "/v1/notes?dry=false",
    headers: key,
    payload: { text: "a" },
  });
  t.match(answer, { statusCode: 201, body: '{"text":"a"}' });
  t.match(answer.headers, { etag: '"1"', "content-type": "application/json", "x-sent": "yes" });
  const known = '["createNote",{},{"dry":false},{"text":"a"}]';
  t.same(seen, [
    "onRequest createNote",
    "preParsing",
    `preValidation ${known}`,
    `preHandler ${known}`,
    "handler",
    'preSerialization {"text":"a"}',
    'onSend {"text":"a"}',
    "onResponse 201",
  ]);
});

t.test(
  "request parts replaced by hooks are validated, and changes of a route by plugins do not prevent this",
  async (t) => {
    const bodies: unknown[] = [];
    const app = notesApplication(t, notes, {
      createNote: ({ body }) => (bodies.push(body), { status: 204 }),
    });
    let replacement: Partial<Record<"body" | "query" | "params", unknown>> = {};
    app.addHook("preValidation", async (request) => void Object.assign(request, replacement));
    const send = async (): Promise<number> =>
      (await app.inject({ method: "POST", url: "/v1/notes?dry=true", headers: key, payload: { text: "a" } }))
        .statusCode;
    const cases = [
      { given: { body: { text: "b" } }, want: 204 },
      { given: { body: { text: 1 } }, want: 400 },
      { given: { query: {} }, want: 400 },
      { given: { query: { dry: false } }, want: 204 },
      { given: { params: {} }, want: 204 },
      { given: { params: {}, body: { text: 1 } }, want: 400 },
      { given: { params: {}, query: { dry: 1 } }, want: 400 },
    ];
    for (const { given, want } of cases) {
      replacement = given;
      t.equal(await send(), want, JSON.stringify(given));
    }
    t.same(bodies, [{ text: "b" }, { text: "a" }, { text: "a" }]);
  },
);

t.test("a route whose schema another plugin removed still validates", async (t) => {
  const app = fastify();
  t.teardown(() => app.close());
  app.addHook("onRoute", (route) => {
    delete route.schema;
  });
  void app.register(notes.operationsPlugin, pluginOptions());
  const answer = await app.inject({ method: "POST", url: "/v1/notes", headers: key, payload: { text: 1 } });
  t.match(answer.json(), { status: 400, errors: [{ name: "dry" }, { pointer: "/text" }] });
});

t.test(
  "an error handler of the application gets every error, with all members of the problem document",
  async (t) => {
    const app = notesApplication(t, notes, {
      touchNote: () => {
        throw new notes.HttpError(409, "Not now.");
      },
    });
    const happened: string[] = [];
    app.addHook("onError", async (_request, _reply, error) => void happened.push(error.message));
    app.setErrorHandler((error: Error & { statusCode: number; errors: unknown }, _request, reply) =>
      reply.code(error.statusCode + 50).send({ mine: error.message, errors: error.errors }),
    );
    const invalid = await app.inject({
      method: "POST",
      url: "/v1/notes",
      headers: key,
      payload: { text: 5, more: 1 },
    });
    t.equal(invalid.statusCode, 450);
    t.match(invalid.json(), {
      mine: "The request has 3 problems.",
      errors: [
        { in: "query", name: "dry" },
        { in: "body", pointer: "/more" },
        { in: "body", pointer: "/text" },
      ],
    });
    t.equal((await app.inject({ method: "POST", url: "/v1/notes/1" })).statusCode, 451, "credentials");
    t.match((await app.inject({ method: "POST", url: "/v1/notes/1", headers: key })).json(), {
      mine: "Not now.",
    });
    t.equal((await app.inject("/v1/nowhere")).statusCode, 454);
    t.equal((await app.inject({ method: "PUT", url: "/v1/notes" })).statusCode, 455);
    t.equal(happened.length, 5);
  },
);

t.test("without an error handler, errors are problem documents with the request ID", async (t) => {
  const app = notesApplication(t, notes, {}, { genReqId: () => "exchange 1" });
  const answer = await app.inject("/v1/notes");
  t.equal(answer.headers["content-type"], "application/problem+json");
  t.match(answer.headers["www-authenticate"], /ApiKey/);
  t.match(answer.json(), { status: 401, title: "Unauthorized", instance: "urn:request:exchange%201" });
});

t.test("a handler may use the reply, and may send with it", async (t) => {
  let act: (reply: FastifyReply) => unknown = () => undefined;
  const app = notesApplication(t, notes, {
    fetchNote: ({ reply }) => act(reply),
    createNote: ({ reply }) => act(reply),
  });
  const table: { act: typeof act; want: object }[] = [
    {
      act: (reply) => (reply.header("x-more", "1"), { status: 200, body: { text: "a" } }),
      want: { statusCode: 200, body: '{"text":"a"}', headers: { "x-more": "1" } },
    },
    { act: (reply) => reply.code(200).send({ text: "b" }), want: { statusCode: 200, body: '{"text":"b"}' } },
    { act: async (reply) => reply.type("text/plain").send("free"), want: { statusCode: 200, body: "free" } },
    { act: (reply) => reply.code(200).send({ text: "far too long" }), want: { statusCode: 500 } },
    {
      act: (reply) => reply.code(404).send({ any: "thing" }),
      want: { statusCode: 404, body: '{"any":"thing"}' },
    },
    {
      act: (reply) => reply.redirect("/elsewhere"),
      want: { statusCode: 302, headers: { location: "/elsewhere" } },
    },
  ];
  for (const { act: next, want } of table) {
    act = next;
    t.match(await app.inject("/v1/notes/1"), want, String(next));
  }
});

t.test("every log line about an operation names it", async (t) => {
  const lines: { msg: string; operationId?: string; own?: string }[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) };
  const app = notesApplication(
    t,
    notes,
    {
      touchNote: ({ request }) => {
        request.log.info("touched");
        throw new Error("lost");
      },
    },
    {
      logger: { level: "info", stream },
      childLoggerFactory: (logger, bindings, options) => logger.child({ ...bindings, own: "kept" }, options),
    },
  );
  await app.inject({ method: "POST", url: "/v1/notes/1", headers: key });
  t.same(
    lines.map(({ msg, operationId, own }) => [msg, operationId, own]),
    ["incoming request", "touched", "the request failed", "request completed"].map((msg) => [
      msg,
      "touchNote",
      "kept",
    ]),
  );
  lines.length = 0;
  await app.inject("/v1/nowhere");
  t.ok(lines.length > 0 && lines.every(({ operationId }) => operationId === undefined));
});
