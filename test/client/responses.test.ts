// Reading responses: content by media type, large numbers, and a limit of the length.
import t from "tap";
import type { Operation } from "../../client/operation.ts";
import { call, type Context } from "../../client/request/call.ts";
import { events } from "../../client/response/stream-events.ts";
import { streamItems } from "../../client/response/stream-items.ts";
import { jsonText } from "../../client/request/json-text.ts";
import { limitResponses } from "../../client/response/limit-responses.ts";
import { connectTo } from "../../client/connect.ts";
import { streaming } from "../../client/streaming.ts";
import { describeOperation } from "../../scripts/contract/generate/resources/print-operation.ts";
import { planFrom } from "../generate/plan-from.ts";
import { json, observedClient } from "./observed-fetch.ts";

const sse = "text/event-stream";

function contextOf(response: () => Response, more: Partial<Context> = {}): Context {
  return {
    baseUrl: "https://api.example.com",
    headers: {},
    timeout: 5000,
    maxAttempts: 1,
    backoff: { first: 1, longest: 1 },
    hooks: [],
    fetch: async () => response(),
    ...more,
  };
}

const operation: Operation = {
  method: "GET",
  path: "/x",
  answers: { 200: `application/json, ${sse}` },
  stream: streamItems({ [sse]: { split: events } }),
};

t.test("a response to HEAD has no content, whatever it declares", async (t) => {
  const headers = { "Content-Type": "application/json", "Content-Length": "12", "X-Total": "7" };
  const head: Operation = { method: "HEAD", path: "/x", answers: { 200: "application/json" } };
  const { data, response } = await call(
    contextOf(() => new Response(null, { headers })),
    head,
    {},
    {},
  );
  t.equal(data, undefined);
  t.equal(response.headers.get("X-Total"), "7");
});

t.test("JSON declared beside a stream is recognised by the response's media type", async (t) => {
  const api = { client: "Api", userAgent: "a/1", requestIdHeader: "X-Request-Id", credentials: [] };
  const dataOf = async (response: Response): Promise<unknown> => {
    const caller = connectTo(api, { baseUrl: "https://api.example.com", fetch: async () => response });
    return streaming(caller).call(operation, {}, undefined);
  };
  t.same(await dataOf(json({ a: 1 })), { a: 1 });
  const items: unknown[] = [];
  const stream = await dataOf(new Response("data: 1\n\n", { headers: { "Content-Type": sse } }));
  for await (const item of stream as AsyncIterable<unknown>) items.push(item);
  t.same(items, [{ event: "message", id: "", data: 1 }]);
});

t.test("the caller's signal ends the stream that a call returned", async (t) => {
  const controller = new AbortController();
  let signal: AbortSignal | null | undefined;
  const fetch: Context["fetch"] = async (_, init) => {
    ({ signal } = init);
    return new Response("data: 1\n\n", { headers: { "Content-Type": sse } });
  };
  await call(
    contextOf(() => json({}), { fetch }),
    operation,
    {},
    { signal: controller.signal },
  );
  t.equal(signal?.aborted, false);
  controller.abort(new Error("enough"));
  t.equal(signal?.aborted, true);
});

t.test(
  "an integer beyond a number's precision is an error that names it, and is never rounded",
  async (t) => {
    const responding = (text: string): Context =>
      contextOf(() => new Response(text, { headers: { "Content-Type": "application/json" } }));
    const plain: Operation = { method: "GET", path: "/x", answers: { 200: "application/json" } };
    for (const text of ['{"id":9007199254740993}', "[-12345678901234567890]", `[${"9".repeat(400)}]`]) {
      const number = /-?\d{16,}/.exec(text)?.[0] ?? "";
      await t.rejects(call(responding(text), plain, {}, {}), {
        name: "UnexpectedResponseError",
        message: new RegExp(number),
      });
    }
    const fine =
      '{"a":"9007199254740993","b":9007199254740992,"c":0.30000000000000004,"d":1234567890123456e2,"f":1152921504606847000,"e":"\\"9007199254740993"}';
    t.same((await call(responding(fine), plain, {}, {})).data, JSON.parse(fine));
  },
);

t.test("what JSON cannot represent in a body is rejected by name, with the reason", (t) => {
  const table = [
    { body: { id: 9007199254740993n }, want: "id must be a number, not a bigint" },
    { body: { list: [{ at: new Date(Number.NaN) }] }, want: "at must be a finite number or valid Date" },
    { body: { size: Number.NaN }, want: "size must be a finite number or valid Date" },
  ];
  for (const { body, want } of table)
    t.throws(() => jsonText(body), { name: "TypeError", message: want }, want);
  t.equal(jsonText({ at: null, date: new Date(0) }), '{"at":null,"date":"1970-01-01T00:00:00.000Z"}');
  t.end();
});

t.test("a response beyond the limit is an error, and is not retried", async (t) => {
  const limitedClient = (response: () => Response) => {
    let requests = 0;
    const fetch = limitResponses(500, async () => (requests++, response()));
    return { ...observedClient([], { fetch }), count: () => requests };
  };
  const long = limitedClient(() => json({ text: "x".repeat(1000) }));
  await t.rejects(long.client.senders.fetch("s"), {
    name: "UnexpectedResponseError",
    message: /200 holds more than 500 bytes/,
  });
  t.equal(long.count(), 1);
  const failing = limitedClient(() => json({ detail: "x".repeat(1000) }, 404));
  await t.rejects(
    failing.client.senders.fetch("s"),
    { name: "ApiError", status: 404 },
    "an error stays what it is",
  );
  t.match(await limitedClient(() => json({ id: "s" })).client.senders.fetch("s"), { id: "s" });
});

t.test(
  "a redirect's target, which can contain secrets, is in the error's headers and not in its message",
  async (t) => {
    const Location = "https://user:hidden@other.example/path?token=hidden";
    const { client } = observedClient([() => json({}, 302, { Location })]);
    const error = await client.senders.fetch("s").then(
      () => undefined,
      (reason: unknown) => reason,
    );
    t.match(error, { name: "ApiError", message: /302 redirect not followed$/ });
    t.equal((error as { headers: Headers }).headers.get("Location"), Location);
  },
);

t.test("a success of an operation that describes errors only is its content", async (t) => {
  const responses = { 404: { description: "There is none." } };
  const { document, operations } = await planFrom({ paths: { "/x": { get: { responses } } } });
  const { method, path, answers } = describeOperation(document.root, operations[0]!);
  const only = { method, path, answers };
  const text = new Response("a", { headers: { "Content-Type": "text/plain" } });
  for (const [response, data] of [
    [json({ a: 1 }, 201), { a: 1 }],
    [text, "a"],
    [new Response(null, { status: 204 }), undefined],
  ] as const)
    t.same(
      (
        await call(
          contextOf(() => response),
          only,
          {},
          {},
        )
      ).data,
      data,
    );
  const failed = call(
    contextOf(() => json({}, 404)),
    only,
    {},
    {},
  );
  await t.rejects(failed, { name: "ApiError", status: 404 });
});
