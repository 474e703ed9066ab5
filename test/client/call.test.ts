// One call: its options, its deadline, and its abortion by the caller.
import { spawnSync } from "node:child_process";
import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import t from "tap";
import { ApiError, type Retry, TwilioClient } from "../../generated/index.ts";
import { stillClock } from "../support/still-clock.ts";
import { printLeftAlive } from "./left-alive.ts";
import { json, observedClient } from "./observed-fetch.ts";

const accepted = { operationId: "o", operationLocation: "l" };

t.test("a call sends path, query, body and headers as declared", async (t) => {
  const { client, requests } = observedClient([() => json(accepted, 202)], {
    headers: { "X-Team": "a", "X-Off": "b" },
  });
  await client.senderPools.update(
    "p/1",
    { name: "n" },
    { ifMatch: '"1"', headers: { "X-Off": null, "X-Own": "c" } },
  );
  t.equal(requests[0]?.url, "https://api.example.com/v1/SenderPools/p%2F1");
  const { method, headers, body, redirect } = requests[0]!.init;
  t.same({ method, body, redirect }, { method: "PATCH", body: '{"name":"n"}', redirect: "manual" });
  t.match(Object.fromEntries(headers), {
    accept: "application/json, application/problem+json",
    "content-type": "application/json",
    "if-match": '"1"',
    "idempotency-key": /^\d+-\d+-\d+-\d+$/,
    "user-agent": "twilio-comms/1.0.0",
    "x-team": "a",
    "x-own": "c",
  });
  t.equal(headers.has("x-off"), false);
});

t.test("a call sends no content type without a body, and no idempotency key with a read", async (t) => {
  const { client, requests } = observedClient([() => json({})]);
  await client.senders.fetch("s");
  const { headers, body } = requests[0]!.init;
  t.same([headers.has("content-type"), headers.has("idempotency-key"), body], [false, false, undefined]);
});

t.test(
  "all attempts of a call share one idempotency key, the caller's if given; the next call has a new one",
  async (t) => {
    const { client, requests } = observedClient([() => json({}, 500), () => json(accepted, 202)]);
    await client.senderPools.create({});
    await client.senderPools.create({});
    await client.senderPools.create({}, { idempotencyKey: "mine" });
    const keys = requests.map(({ init }) => init.headers.get("Idempotency-Key"));
    t.equal(keys[0], keys[1]);
    t.not(keys[0], keys[2]);
    t.equal(keys[3], "mine");
  },
);

t.test("date-times become Dates, and unknown properties are passed through", async (t) => {
  const sender = {
    id: "s",
    channel: "CARRIER_PIGEON",
    createdAt: "2023-09-05T22:32:05.651Z",
    extra: { at: "2023-09-05T22:32:05Z" },
  };
  const { client } = observedClient([() => json(sender)]);
  t.same(await client.senders.fetch("s"), { ...sender, createdAt: new Date(sender.createdAt) });
});

t.test("withResponse resolves with the response and the data", async (t) => {
  const { client } = observedClient([() => json({ name: "n" }, 200, { ETag: '"7"' })]);
  const { data, response } = await client.senderPools.fetch("p").withResponse();
  t.same([data.name, response.status, response.headers.get("ETag")], ["n", 200, '"7"']);
});

t.test("a call's result behaves as a promise in every respect", async (t) => {
  const { client } = observedClient([() => json({ name: "n" }), () => json({}, 404)]);
  let settled = 0;
  const pool = await client.senderPools.fetch("p").finally(() => (settled += 1));
  t.equal(pool.name, "n");
  t.equal(await client.senderPools.fetch("p").catch(() => "caught"), "caught");
  await t.rejects(client.senderPools.fetch("p").finally(() => (settled += 1)));
  t.equal(settled, 2);
});

t.test("invalid options and values are rejections, before anything is sent", async (t) => {
  const { client, requests } = observedClient([() => json({})]);
  for (const timeout of [0, -1, Number.NaN])
    await t.rejects(client.senders.fetch("s", { timeout }), { name: "TypeError" });
  for (const id of ["", ".", ".."]) await t.rejects(client.senders.fetch(id), { name: "TypeError" });
  await t.rejects(client.senders.fetch("s", { headers: { "X-A": "a\r\nX-B: b" } }), { name: "TypeError" });
  await t.rejects(client.senderPools.create({}, { idempotencyKey: "a\nb" }), { name: "TypeError" });
  t.equal(requests.length, 0);
});

t.test("a call ends at its deadline even if fetch ignores its signal", async (t) => {
  const never = (): Promise<Response> => new Promise(() => undefined);
  const stalled = (): Response =>
    new Response(new ReadableStream({}), { headers: { "Content-Type": "application/json" } });
  for (const response of [never, stalled]) {
    const { client } = observedClient([response]);
    await t.rejects(client.senders.fetch("s", { timeout: 30 }), {
      name: "TimeoutError",
      message: /GET \/Senders\/s: not done within 30 ms/,
    });
  }
});

t.test("a call ends at its deadline even if a hook does not return", async (t) => {
  const { client } = observedClient([() => json({})], {
    hooks: { onRequest: () => new Promise(() => undefined) },
  });
  await t.rejects(client.senders.fetch("s", { timeout: 30 }), { name: "TimeoutError" });
});

t.test("an aborted call rejects with the caller's reason in any phase and leaves no listener", async (t) => {
  const never = (): Promise<Response> => new Promise(() => undefined);
  const stalled = (): Response =>
    new Response(new ReadableStream({}), { headers: { "Content-Type": "application/json" } });
  const later = (): Response => json({}, 503, { "Retry-After": "5" });
  // With timers disabled, only the abort can end the call.
  stillClock(t);
  for (const response of [never, stalled, later]) {
    const controller = new AbortController();
    const { client, requests } = observedClient([response]);
    const call = client.senders.fetch("s", { signal: controller.signal });
    for (let turns = 0; turns < 10; turns += 1) await nextTurn();
    controller.abort(new Error("enough"));
    await t.rejects(call, { message: "enough" });
    t.equal(requests.length, 1);
    t.equal(getEventListeners(controller.signal, "abort").length, 0);
  }
});

t.test("calls that share a signal leave no listener on it", async (t) => {
  const controller = new AbortController();
  const { client } = observedClient([() => json({}, 500), () => json({}), () => json({}, 404)]);
  for (let calls = 0; calls < 5; calls += 1)
    await client.senders.fetch("s", { signal: controller.signal }).catch(() => undefined);
  t.equal(getEventListeners(controller.signal, "abort").length, 0);
});

t.test("a call with an aborted signal sends nothing", async (t) => {
  const { client, requests } = observedClient([() => json({})]);
  await t.rejects(client.senders.fetch("s", { signal: AbortSignal.abort() }), { name: "AbortError" });
  t.equal(requests.length, 0);
});

t.test("pauses are random below a bound that doubles, or as long as Retry-After", async (t) => {
  const retries: Retry[] = [];
  const hooks = { onRetry: (_: unknown, retry: Retry) => void retries.push(retry) };
  const responses = [
    () => json({}, 500),
    () => json({}, 500),
    () => json({}, 500),
    () => json({}, 500, { "Retry-After": "0" }),
    () => json({}),
  ];
  const { client } = observedClient(responses, { hooks, backoff: { first: 8, longest: 16 }, maxAttempts: 9 });
  await client.senders.fetch("s");
  const delays = retries.map(({ delay }) => delay);
  t.equal(delays.length, 4);
  for (const [index, bound] of [8, 16, 16].entries()) t.ok(delays[index]! >= 0 && delays[index]! < bound);
  t.equal(delays[3], 0);
  t.same(
    retries.map(({ cause }) => "status" in cause && cause.status),
    [500, 500, 500, 500],
  );
});

t.test("a fetch that returns or throws synchronously is accepted", async (t) => {
  const credentials = { accountId: "a", authToken: "b", maxAttempts: 1 };
  const atOnce = (): never => json({ name: "n" }) as never;
  const answered = await new TwilioClient({ ...credentials, fetch: atOnce }).senderPools.fetch("p");
  t.equal(answered.name, "n");
  const throwing = (): never => {
    throw new Error("mine");
  };
  const refused = new TwilioClient({ ...credentials, fetch: throwing }).senderPools.fetch("p");
  await t.rejects(refused, { name: "ConnectionError", cause: { message: "mine" } });
});

t.test("maxAttempts limits the number of attempts", async (t) => {
  for (const maxAttempts of [1, 2, 5]) {
    const { client, requests } = observedClient([() => json({}, 503)]);
    await t.rejects(client.senders.fetch("s", { maxAttempts }), { name: "ApiError", status: 503 });
    t.equal(requests.length, maxAttempts);
  }
});

t.test("an error thrown by a hook is not treated as a network error", async (t) => {
  const hooks = {
    onResponse: () => {
      throw new Error("mine");
    },
  };
  const { client, requests } = observedClient([() => json({})], { hooks });
  await t.rejects(client.senders.fetch("s"), { message: "mine" });
  t.equal(requests.length, 1);
});

t.test("hooks observe each attempt and can add headers", async (t) => {
  const seen: string[] = [];
  const { client, requests } = observedClient([() => json({}, 500), () => json({})], {
    hooks: [
      {
        onRequest: ({ headers, attempt, template }) => {
          headers.set("traceparent", `00-${attempt}`);
          seen.push(template);
        },
      },
      { onResponse: ({ attempt }, { status }) => void seen.push(`${attempt} ${status}`) },
    ],
  });
  await client.senders.fetch("s");
  t.same(seen, ["/Senders/{senderId}", "1 500", "/Senders/{senderId}", "2 200"]);
  t.same(
    requests.map(({ init }) => init.headers.get("traceparent")),
    ["00-1", "00-2"],
  );
});

t.test("a refused connection does not keep the process alive", async (t) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const program = `
    import { TwilioClient } from "./generated/index.ts";
    const client = new TwilioClient({ accountId: "a", authToken: "b", baseUrl: "http://127.0.0.1:${port}", backoff: { first: 1, longest: 1 } });
    let attempts = 0;
    await client.senderPools.create({}, { headers: { "Idempotency-Key": null } }).catch((error) => console.log(error.name, error.maybeSent));
    ${printLeftAlive}
  `;
  const { stdout } = spawnSync(process.execPath, ["--import=tsx", "--input-type=module", "--eval", program], {
    encoding: "utf8",
    timeout: 20_000,
  });
  t.equal(stdout.trim(), "ConnectionError false\n[]");
});

t.test("an ignored read fails silently; an ignored write is an unhandled rejection", async (t) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  // tap's own listeners would end the test.
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", note);
  t.teardown(() => {
    process.removeListener("unhandledRejection", note);
    for (const one of others) process.on("unhandledRejection", one);
  });
  const { client } = observedClient([() => json({}, 404), () => json({}, 404), () => json({}, 400)]);
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  };
  void client.senders.fetch("s");
  await turns();
  t.same(unhandled, []);
  await t.rejects(client.senders.fetch("s"), ApiError);
  void client.senderPools.create({});
  await turns();
  t.match(unhandled, [{ status: 400 }]);
});
