// Streams of a client: items as they are received, however the bytes are split into chunks.
import { getEventListeners } from "node:events";
import t from "tap";
import type { CallResult } from "../../client/api-promise.ts";
import { connectTo } from "../../client/connect.ts";
import type { Operation } from "../../client/operation.ts";
import { events } from "../../client/response/stream-events.ts";
import { type StreamItems, streamItems } from "../../client/response/stream-items.ts";
import { lines } from "../../client/response/stream-lines.ts";
import { sequence } from "../../client/response/stream-sequence.ts";
import { streaming } from "../../client/streaming.ts";

const sse = "text/event-stream";

/** A call whose response has these chunks, and then ends, breaks or stays open. */
function streamed(
  chunks: readonly (string | Uint8Array)[],
  { type = sse, items = {}, end = "end", signal }: Given = {},
): Promise<CallResult<unknown>> {
  const split = type.endsWith("-seq")
    ? sequence
    : type.endsWith("l") || type.endsWith("ndjson")
      ? lines
      : events;
  const operation: Operation = {
    method: "GET",
    path: "/stream",
    answers: { 200: type },
    stream: streamItems({ [type === "application/json" ? sse : type]: { split, ...items } }),
  };
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = left.shift();
        if (chunk !== undefined)
          controller.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
        else if (end === "end") controller.close();
        else if (end === "break") controller.error(new TypeError("terminated"));
        else return new Promise(() => undefined);
        return undefined;
      },
      cancel: () => void cancelled.push(type),
    },
    { highWaterMark: 0 },
  );
  const api = { client: "Api", userAgent: "a/1", requestIdHeader: "X-Request-Id", credentials: [] };
  const caller = connectTo(api, {
    baseUrl: "https://api.example.com",
    timeout: 5000,
    maxAttempts: 1,
    fetch: async () => new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8` } }),
  });
  return streaming(caller).call(operation, {}, { signal }).withResponse();
}

interface Given {
  readonly type?: string;
  readonly items?: Partial<StreamItems>;
  readonly end?: "end" | "break" | "open";
  readonly signal?: AbortSignal | undefined;
}

const cancelled: string[] = [];

async function itemsOf(...given: Parameters<typeof streamed>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of (await streamed(...given)).data as AsyncIterable<unknown>) items.push(item);
  return items;
}

/** Splits the same bytes: whole, byte by byte, and in two at every position. */
function* cuts(text: string): Generator<Uint8Array[]> {
  const bytes = new TextEncoder().encode(text);
  yield [bytes];
  yield [...bytes].map((byte) => Uint8Array.of(byte));
  for (let at = 1; at < bytes.length; at += 1) yield [bytes.slice(0, at), bytes.slice(at)];
}

t.test(
  "server-sent events are parsed according to the HTML standard, however the bytes are split",
  async (t) => {
    const message = { event: "message", id: "" };
    const cases: readonly { given: string; items?: Partial<StreamItems>; want: readonly object[] }[] = [
      { given: 'data: {"a":1}\n\n', want: [{ ...message, data: { a: 1 } }] },
      {
        given: 'data: [1,\r\ndata:2]\r\n\r\ndata: "é"\r\r',
        want: [
          { ...message, data: [1, 2] },
          { ...message, data: "é" },
        ],
      },
      { given: "\uFEFFdata: 1\n\n", want: [{ ...message, data: 1 }] },
      {
        given: ": talk\nunknown: 1\nevent: a\nid: 7\nretry: 10\ndata: 1\n\ndata: 2\n\n",
        want: [
          { event: "a", id: "7", data: 1, retry: 10 },
          { event: "message", id: "7", data: 2, retry: 10 },
        ],
      },
      {
        given: "event: lost\n\ndata: 1\n\nid: 1\0\nretry: 1s\ndata: 2\n\nevent: never ended",
        want: [
          { ...message, data: 1 },
          { ...message, data: 2 },
        ],
      },
      {
        given: "data\ndata\n\ndata:  x\n\n",
        items: { text: "all", end: null },
        want: [
          { ...message, data: "\n" },
          { ...message, data: " x" },
        ],
      },
      {
        given: "data: x\n\ndata: 1\n\n",
        items: { text: "some" },
        want: [
          { ...message, data: "x" },
          { ...message, data: 1 },
        ],
      },
      { given: 'data: {"a":1}\n\ndata: [DONE]\n\ndata: 1\n\n', want: [{ ...message, data: { a: 1 } }] },
      {
        given: "data: [DONE]\n\n",
        items: { text: "all", end: null },
        want: [{ ...message, data: "[DONE]" }],
      },
      {
        given: 'data: {"at":"2024-01-15T09:30:00Z"}\n\n',
        items: { dates: { at: true } },
        want: [{ ...message, data: { at: new Date("2024-01-15T09:30:00Z") } }],
      },
      { given: "", want: [] },
    ];
    for (const { given, items, want } of cases) {
      for (const chunks of cuts(given))
        t.same(await itemsOf(chunks, items && { items }), want, JSON.stringify(given));
    }
  },
);

t.test("lines and sequences are parsed as JSON, however the bytes are split", async (t) => {
  const cases: readonly { type: string; given: string; want: readonly unknown[] }[] = [
    { type: "application/x-ndjson", given: '{"a":"é"}\n\n[1]\r\n2', want: [{ a: "é" }, [1], 2] },
    { type: "application/jsonl", given: "{\r}\r\n1\r\n", want: [{}, 1] },
    { type: "application/json-seq", given: '\x1e{"a":\n1}\n\x1e2\n\x1e\x1e"\\n"', want: [{ a: 1 }, 2, "\n"] },
  ];
  for (const { type, given, want } of cases) {
    for (const chunks of cuts(given)) t.same(await itemsOf(chunks, { type }), want, JSON.stringify(given));
  }
});

t.test("a stream yields an item before the next is sent", async (t) => {
  const first: readonly (readonly [type: string, chunk: string])[] = [
    [sse, "data: 1\r\r"],
    ["application/jsonl", "1\n"],
    ["application/json-seq", "\x1e1\n"],
  ];
  for (const [type, chunk] of first) {
    const { data } = await streamed([chunk], { type, end: "open" });
    const items = data as AsyncGenerator;
    t.match(await items.next(), { done: false }, type);
    await items.return(undefined);
    t.equal(cancelled.pop(), type, "who stops early lets go of the connection");
  }
});

t.test(
  "an aborted stream ends at once with the caller's reason, even between items of one chunk",
  async (t) => {
    for (const chunks of [["data: 1\n\ndata: 2\n\n"], ["data: 1\n\n"]]) {
      const controller = new AbortController();
      const { data } = await streamed(chunks, { end: "open", signal: controller.signal });
      const items = data as AsyncGenerator;
      await items.next();
      const next = items.next();
      next.catch(() => undefined);
      if (chunks[0]?.includes("2")) await next;
      controller.abort(new Error("enough"));
      await t.rejects(chunks[0]?.includes("2") ? items.next() : next, { message: "enough" });
      t.equal(cancelled.pop(), sse);
    }
  },
);

t.test("invalid streams are errors", async (t) => {
  await t.rejects(itemsOf(["data: 1\n\n"], { end: "break" }), {
    name: "ConnectionError",
    message: "GET /stream: the stream broke off after 1 items",
    maybeSent: true,
  });
  await t.rejects(itemsOf(["{\n1\n"], { type: "application/jsonl" }), {
    name: "UnexpectedResponseError",
    message: "GET /stream: 200 is not JSON",
  });
  for (const [given, type] of [
    ["data: 1\n\ndata: 2\n", sse],
    ['{"a":1}\n{"a"', "application/x-ndjson"],
    ['\x1e{"a":1}\n\x1e{"a"', "application/json-seq"],
  ] as const)
    await t.rejects(
      itemsOf([given], { type }),
      { name: "ConnectionError", message: "GET /stream: the stream broke off after 1 items" },
      `${type} that ends within an item`,
    );
  await t.rejects(itemsOf(["data: 1\n\n"], { items: { end: "[END]" } }), { name: "ConnectionError" });
  t.same(
    await itemsOf(["data: [END]\n"], { items: { end: "[END]" } }),
    [],
    "the text that ends it needs no empty line",
  );
  await t.rejects(itemsOf(["data: 9007199254740993\n\n"]), { message: /holds 9007199254740993/ });
});

t.test("a stream's bytes can be read instead of its items", async (t) => {
  const { response } = await streamed(["data: 1\n\n"]);
  t.equal(await response.text(), "data: 1\n\n");
});

t.test("the time for a long item grows linearly", async (t) => {
  const chunks = ["\x1e[", ...Array.from({ length: 20_000 }, () => "1,\n"), "1]\n"];
  t.equal(((await itemsOf(chunks, { type: "application/json-seq" }))[0] as unknown[]).length, 20_001);
});

t.test(
  "JSON from an operation that may stream leaves no listener; a stream keeps its listener",
  async (t) => {
    const cases = [
      { type: "application/json", chunks: ["{}"], want: 0 },
      { type: sse, chunks: [], want: 1 },
    ];
    for (const { type, chunks, want } of cases) {
      const controller = new AbortController();
      await streamed(chunks, { type, signal: controller.signal });
      t.equal(getEventListeners(controller.signal, "abort").length, want, type);
    }
  },
);
