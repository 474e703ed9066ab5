// Handlers and contract must match: otherwise the server does not start, and reports the operation.
import { createRepresentations } from "../../../server/handlers/representations.ts";
import type { JsonText } from "../../../generated/server.ts";
import t from "tap";
import { operations } from "../../../generated/operations.ts";
import { createApp } from "../../../server/http/app.ts";
import { handlers } from "../../../server/handlers/handlers.ts";
import { createLog } from "../../../server/system/log.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { seedAccount } from "../../../server/seed.ts";
import { createMemoryStore } from "../../../server/store/memory/memory-store.ts";
import { testCredentials } from "../../support/test-server.ts";

const settings = readSettings(["--memory", "--log-level", "silent", "--validate-responses"], {});

function parts() {
  const store = createMemoryStore({
    seed: seedAccount,
    batchSize: 1,
    idempotencyKeptFor: 1000,
    representations: createRepresentations(true),
  });
  return { settings, store, handlers, credentials: testCredentials(), log: createLog(settings) };
}

t.test("every operation has a handler, and every handler has an operation", (t) => {
  t.same(Object.keys(handlers).sort(), Object.keys(operations).sort());
  t.end();
});

t.test("a missing handler is reported by name at start", async (t) => {
  const { fetchSender, ...others } = handlers;
  t.type(fetchSender, "function");
  await t.rejects(
    // @ts-expect-error: a missing handler is also a compile error
    createApp({ ...parts(), handlers: others }),
    new TypeError(
      "handlers.fetchSender, for GET /Senders/{senderId}, is missing: add a function of this name",
    ),
  );
});

t.test("a surplus handler is reported by name at start", async (t) => {
  const surplus = { ...handlers, fetchNothing: handlers.fetchSender };
  await t.rejects(createApp({ ...parts(), handlers: surplus }), {
    name: "TypeError",
    message: /^handlers\.fetchNothing is for no operation of the document: remove it; the/,
  });
});

t.test("a response that violates the contract becomes a 500", async (t) => {
  const lines: string[] = [];
  const log = createLog(
    { ...settings, logLevel: "error" },
    { write: (line: string) => void lines.push(line) },
  );
  const fetchSender = handlers.fetchSender;
  const broken: { what: string; handler: typeof fetchSender; want: RegExp }[] = [
    {
      what: "a body",
      handler: async (...args) => {
        const response = await fetchSender(...args);
        const shown = JSON.parse((response.body as JsonText).text) as typeof response.body;
        return { ...response, body: Object.assign({}, shown, { address: "" }) };
      },
      want: /\/paths\/~1Senders~1\{senderId\}\/get\/responses\/200\/content\/application~1json\/schema is broken: \/address must NOT have fewer than 1 characters/,
    },
    {
      what: "a status",
      handler: async (...args) => ({ ...(await fetchSender(...args)), status: 204 as 200 }),
      want: /\/paths\/~1Senders~1\{senderId\}\/get\/responses has no 204/,
    },
    {
      what: "a header field",
      handler: async (...args) => ({ ...(await fetchSender(...args)), headers: { "Request-Id": "not one" } }),
      want: /\/responses\/200\/headers is broken: \/Request-Id must match pattern/,
    },
  ];
  for (const { what, handler, want } of broken) {
    const app = await createApp({ ...parts(), log, handlers: { ...handlers, fetchSender: handler } });
    const declared = await app.fastify.inject({
      url: `/v1/Senders/${seedAccount("").senders[0]!.id}`,
      headers: { authorization: `Basic ${Buffer.from("demo:demo-token").toString("base64")}` },
    });
    t.equal(declared.statusCode, 500, what);
    t.match(declared.json(), {
      code: 20500,
      detail: "An internal error occurred. Your request was valid; try again.",
    });
    t.match(lines.pop(), want);
    await app.drain();
  }
});
