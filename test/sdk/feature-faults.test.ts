// Faulty streams, token endpoints and webhook messages, tested against the client as its users have it.
import { fastify } from "fastify";
import t from "tap";
import { answer, startFaultServer } from "../client/fault-server.ts";
import { timeout } from "../client/run-faults.ts";
import { reconnectFaults } from "./reconnect-faults.ts";
import { streamFaults } from "./stream-faults.ts";
import { read, tokenFaults } from "./token-faults.ts";
import { type NoteEvent, overTransports, toldPackage } from "./told-client.ts";
import { message, secrets, webhookFaults } from "./webhook-faults.ts";

// Starts npm.
t.setTimeout(120_000);

const { told, programs } = await toldPackage(t.testdir());

t.test("the packed client handles faulty streams", (t) => {
  overTransports(t, told, (t, fetch) => {
    for (const { name, call = "events", reactions, items, want, requests, silence } of [
      ...streamFaults,
      ...reconnectFaults,
    ])
      t.test(`survives ${name}`, async (t) => {
        const server = await startFaultServer(t, reactions);
        const client = new told.ToldClient({
          baseUrl: server.url,
          // Short only if the test expects the timeout: a busy machine may need the time otherwise.
          timeout: want?.name === timeout.name && silence === undefined ? 1000 : 20_000,
          backoff: { first: 1, longest: 2 },
          fetch,
        });
        const received: number[] = [];
        let error: unknown;
        try {
          for await (const item of client.default[call](silence === undefined ? {} : { silence }))
            received.push("data" in item ? item.data.n : item.n);
        } catch (failure) {
          error = failure;
        }
        t.same(received, items);
        if (want === undefined) t.equal(error, undefined);
        else t.match(error, want);
        t.same(
          server.seen.map(({ headers }) => headers["last-event-id"]),
          requests,
          "requests",
        );
      });
  });
  t.end();
});

t.test("the packed client handles faulty token endpoints", (t) => {
  overTransports(t, told, (t, fetch) => {
    for (const fault of tokenFaults)
      t.test(`survives ${fault.name}`, async (t) => {
        const { tokens, api = [answer(200, { n: 1 })], calls = [read], want } = fault;
        const issuer = await startFaultServer(t, tokens);
        const server = await startFaultServer(t, api);
        const logged: unknown[] = [];
        const client = new told.ToldClient({
          baseUrl: server.url,
          timeout: fault.timeout ?? 20_000,
          backoff: { first: 1, longest: 2 },
          fetch,
          hooks: told.logTo({ debug: (...line) => void logged.push(line) }),
          token: told.oauth({
            clientId: "me",
            clientSecret: "the secret",
            tokenUrl: `${issuer.url}/token`,
            fetch,
            ...fault.options?.(),
          }),
        });
        for (const [index, call] of calls.entries()) {
          const error: unknown = await call(client.default).then(
            () => undefined,
            (failure: unknown) => failure,
          );
          if (want[index] === undefined) t.equal(error, undefined);
          else t.match(error, want[index]);
        }
        t.equal(issuer.seen.length, fault.requests, "token requests");
        t.same(
          server.seen.map(({ headers }) => headers["authorization"]?.replace("Bearer ", "")).sort(),
          fault.sent,
        );
        t.notMatch(JSON.stringify(logged), /secret|Bearer|access_token/);
      });
  });
  t.end();
});

t.test("the packed client handles faulty webhooks", async (t) => {
  for (const { name, messages, want, noted } of webhookFaults)
    for (const receiver of ["Fetch", "Fastify"])
      await t.test(`survives ${name}, by the receiver for ${receiver}`, async (t) => {
        const got: number[] = [];
        const options = {
          secret: [secrets.now, secrets.old],
          on: {
            noted({ body }: NoteEvent): void {
              got.push(body.n);
              if (body.n < 0) throw new Error("no database");
            },
          },
        };
        const handle = told.webhookHandler(options);
        const app = fastify();
        if (receiver === "Fastify") await app.register(told.webhookPlugin(options) as never);
        const statuses: number[] = [];
        for (const { body, headers } of messages) {
          const request = { method: "POST", headers, body } as const;
          const answered =
            receiver === "Fetch"
              ? (await handle(new Request("https://me.example/", request))).status
              : (await app.inject({ ...request, url: "/", payload: body })).statusCode;
          statuses.push(answered);
        }
        t.same(statuses, want);
        t.same(got, noted);
      });
});

t.test(
  "the package's README shows streams, tokens and webhooks, and its own route for messages works",
  async (t) => {
    for (const shown of [/for await/, /token: oauth\(/, /webhookHandler\(/])
      t.ok(
        programs.texts.some((text) => shown.test(text)),
        String(shown),
      );
    const text = programs.texts.find((one) => one.includes("unwrap(")) ?? "";
    const { receive } = (await programs.run(text.replace("whsec_…", secrets.now))) as {
      receive: (body: string, headers: object) => Promise<number>;
    };
    const { body, headers } = message();
    t.equal(await receive(body, headers), 204);
    t.equal(await receive(`${body} `, headers), 401);
  },
);
