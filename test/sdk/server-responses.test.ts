// Responses of a generated server: an undeclared response is never sent, and the log reports the reason.
import { once } from "node:events";
import { get as httpGet, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import t, { type Test } from "tap";
import { generatedServer } from "./generated-server.ts";

const note = { id: 1, text: "hello" };
const headers = { "X-Rate": 5 };
const json = "application/json";
const ids = "open basic bearer digest both maybe scoped mutual elsewhere beside act fetchNote replaceNote";
const schemes = "user token digest header cookie query oauth login mutual";

interface Case {
  readonly answer: object;
  /** The body that is sent and its type, or the expected log message. */
  readonly want: readonly [body: string, type: string | undefined] | RegExp;
}

const location = "/paths/~1notes~1{id}/get/responses";
/** Created for each use: a stream is read once. */
const casesOf = (): readonly Case[] => [
  { answer: { status: 200, headers, body: note }, want: [JSON.stringify(note), json] },
  { answer: { status: 200, headers: { "x-rate": 5 }, body: note }, want: [JSON.stringify(note), json] },
  {
    answer: { status: 200, headers, body: new TextEncoder().encode('{"id":1,"text":"x"}') },
    want: ['{"id":1,"text":"x"}', "text/plain"],
  },
  {
    answer: { status: 200, headers: { ...headers, "Content-Type": json }, body: Buffer.from('{"id":1}') },
    want: /application~1json\/schema is broken: \/ must have required property 'text'/,
  },
  {
    answer: { status: 200, headers: { ...headers, "Content-Type": json }, body: Buffer.from("{") },
    want: /the bytes are not JSON/,
  },
  {
    answer: { status: 200, headers: { ...headers, "Content-Type": "text/plain" }, body: "short" },
    want: ["short", "text/plain"],
  },
  {
    answer: {
      status: 200,
      headers: { ...headers, "Content-Type": "text/plain" },
      body: Readable.from(["as ", "it comes"]),
    },
    want: ["as it comes", "text/plain"],
  },
  { answer: { status: 404, body: {} }, want: ["{}", "application/problem+json"] },
  { answer: { status: 201, body: note }, want: /\/responses has no 201/ },
  {
    answer: { status: 200, headers, body: { ...note, text: "x".repeat(21), more: 1 } },
    want: /200\/content\/application~1json\/schema is broken: \/ must NOT have additional properties; \/text must NOT have more than 20 characters/,
  },
  {
    answer: { status: 200, headers: { ...headers, "Content-Type": "text/plain" }, body: "longer" },
    want: /200\/content\/text~1plain\/schema is broken: \/ must NOT have more than 5 characters/,
  },
  {
    answer: { status: 200, headers: { ...headers, "Content-Type": "text/html" }, body: "<p>" },
    want: /200\/content has no text\/html/,
  },
  {
    answer: { status: 200, headers: { ...headers, "Content-Type": "text/plain" }, body: note },
    want: /must be string/,
  },
  { answer: { status: 200, headers }, want: /200\/content requires a body/ },
  {
    answer: { status: 200, body: note },
    want: /200\/headers is broken: \/ must have required property 'X-Rate'/,
  },
  { answer: { status: 200, headers: { "X-Rate": "5" }, body: note }, want: /\/X-Rate must be integer/ },
];

for (const direct of [false, true]) {
  t.test(`every response is validated against the document, ${direct ? "past" : "through"} Fastify`, (t) =>
    holdsResponses(t, direct),
  );
}

async function holdsResponses(t: Test, direct: boolean): Promise<void> {
  let answer: object = {};
  const { app, log } = await generatedServer(t, {
    folder: t.testdir(),
    document: "guarded.yaml",
    options: { authenticate: authenticators(), direct },
    handlers: { ...quiet(), fetchNote: async () => answer },
  });
  for (const { answer: given, want } of casesOf()) {
    answer = given;
    log.length = 0;
    const { statusCode, headers: fields, body } = await ask(app);
    if (want instanceof RegExp) {
      t.equal(statusCode, 500);
      t.match(JSON.parse(body), { type: "about:blank", status: 500 });
      t.notMatch(body, /notes/, "the caller is told nothing of it");
      t.match(JSON.parse(log.join("")), { operationId: "fetchNote", err: { message: want } });
      t.ok((JSON.parse(log.join("")) as { err: { message: string } }).err.message.startsWith(location));
    } else {
      t.same([body, fields["content-type"]], want);
      t.equal(log.length, 0);
    }
  }
}

t.test(
  "a request may lack required readOnly properties, and a response required writeOnly ones",
  async (t) => {
    const { app } = await generatedServer(t, {
      folder: t.testdir(),
      document: "guarded.yaml",
      options: { authenticate: authenticators() },
      handlers: { ...quiet(), replaceNote: async () => ({ status: 200, body: note }) },
    });
    const answer = await app.inject({
      method: "PUT",
      url: "/v2/notes/1",
      headers: { authorization },
      payload: { text: "a", secret: "s" },
    });
    t.equal(
      answer.statusCode,
      200,
      "a request without the read-only id, an answer without the write-only secret",
    );
  },
);

t.test("response validation can be switched off", async (t) => {
  const { app } = await generatedServer(t, {
    folder: t.testdir(),
    document: "guarded.yaml",
    options: { authenticate: authenticators(), checkResponses: false, basePath: "" },
    handlers: { ...quiet(), fetchNote: async () => ({ status: 299, body: { any: "thing" } }) },
  });
  const { statusCode, body } = await app.inject({ url: "/notes/1", headers: { authorization } });
  t.same([statusCode, body], [299, '{"any":"thing"}']);
});

t.test(
  "an error of a handler is a 500 without details, unless it is declared as the client's error",
  async (t) => {
    let error = new Error("a secret");
    const { app } = await generatedServer(t, {
      folder: t.testdir(),
      document: "guarded.yaml",
      options: { authenticate: authenticators() },
      handlers: {
        ...quiet(),
        fetchNote: async () => {
          throw error;
        },
      },
    });
    t.match(await ask(app), { statusCode: 500, body: /^(?!.*secret)/ });
    error = Object.assign(new Error("You have none."), { statusCode: 402 });
    t.match(await ask(app), {
      statusCode: 402,
      body: /"title":"Payment Required","status":402,"detail":"You have none."/,
    });
  },
);

/** More than all buffers between a handler and its client hold. */
const itemCount = 128;
const itemLength = 2 ** 20;

for (const direct of [false, true]) {
  t.test(
    `a client that does not read stops the handler's items, ${direct ? "past" : "through"} Fastify`,
    (t) => stopsUnread(t, direct),
  );
}

async function stopsUnread(t: Test, direct: boolean): Promise<void> {
  const content = { "application/jsonl": { itemSchema: { type: "string" } } };
  const get = { operationId: "list", responses: { 200: { description: "Items.", content } } };
  const info = { title: "Items", version: "1" };
  const folder = t.testdir({
    "items.json": JSON.stringify({ openapi: "3.2.0", info, paths: { "/items": { get } } }),
  });
  const item = "x".repeat(itemLength);
  let drawn = 0;
  async function* items(): AsyncGenerator<string> {
    while (drawn < itemCount) {
      drawn += 1;
      yield item;
    }
  }
  const { app } = await generatedServer(t, {
    folder,
    document: join(folder, "items.json"),
    options: { direct },
    handlers: { list: () => ({ status: 200, body: items() }) },
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const connected = once(app.server, "connection") as Promise<[Socket]>;
  const request = httpGet(`${url}/items`, { agent: false });
  const [[socket], [response]] = await Promise.all([
    connected,
    once(request, "response") as Promise<[IncomingMessage]>,
  ]);
  // Nothing but the client's reading empties a full socket, so what rests for some turns rests until then.
  for (let turns = 0, last = -1; turns < 100; turns += 1) {
    if (drawn !== last || (drawn < itemCount && !socket.writableNeedDrain)) turns = 0;
    last = drawn;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const stopped = drawn;
  t.ok(stopped < itemCount / 2, `${stopped} of ${itemCount} items were drawn`);
  let length = 0;
  for await (const chunk of response) length += (chunk as Buffer).length;
  t.equal(drawn, itemCount, "they go on when the client reads");
  t.equal(length, itemCount * (itemLength + '""\n'.length));
}

const authorization = `Basic ${btoa("a:b")}`;

function ask(app: FastifyInstance): Promise<LightMyRequestResponse> {
  return app.inject({ url: "/v2/notes/1", headers: { authorization } });
}

function authenticators(): object {
  return Object.fromEntries(schemes.split(" ").map((name) => [name, () => ({})]));
}

function quiet(): object {
  return Object.fromEntries(ids.split(" ").map((id) => [id, async () => ({ status: 204 })]));
}
