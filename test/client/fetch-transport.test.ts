// The transport for openapi-fetch: it adds credentials, idempotency keys, retries and the deadline, and
// leaves openapi-fetch's behaviour unchanged otherwise.
import createFetchClient from "openapi-fetch";
import t from "tap";
import { fetchTransport, type FetchRoute } from "../../client/fetch-transport.ts";
import type { ConnectionOptions } from "../../client/call-options.ts";
import type { ApiSettings } from "../../client/connect.ts";
import { authorizations } from "../../client/credentials/authorize.ts";
import { json } from "./observed-fetch.ts";

interface Pool {
  id: string;
}

/** Types as openapi-typescript generates them, reduced to the operations called here. */
interface Operation {
  parameters: {
    query?: { limit?: number };
    path: { id: string };
    header?: { "Idempotency-Key"?: string };
    cookie?: never;
  };
  requestBody?: { content: { "application/json": { name?: string } } };
  responses: {
    200: { headers: Record<string, unknown>; content: { "application/json": Pool } };
    404: { headers: Record<string, unknown>; content: { "application/problem+json": { title: string } } };
  };
}
type Paths = Record<
  "/pools/{id}" | "/pools/mine" | "/größe {id}" | "/files/{id}",
  { get: Operation; post: Operation; put: Operation }
>;

const api: ApiSettings = {
  client: "Pools",
  baseUrl: "https://API.example.com:443/v1/",
  userAgent: "pools/1",
  requestIdHeader: "X-Id",
  credentials: [],
  authorize: authorizations(
    [
      { in: "header", name: "Authorization", prefix: "Bearer ", fields: [{ name: "token" }] },
      { in: "query", name: "key", prefix: "", fields: [{ name: "key" }] },
    ],
    [[0]],
    false,
  ),
};
const routes: readonly FetchRoute[] = [
  ["GET /pools/mine", { security: [[1]] }],
  ["GET /pools/{id}"],
  ["POST /pools/{id}", { keyed: true }],
  ["GET /größe {id}", { security: [] }],
  ["GET /files/{id}", { server: "/files-api" }],
];

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Creates openapi-fetch's client with these responses, the last of which repeats, and records the requests.
 */
function clientOf(responses: readonly (() => Response | Promise<Response>)[], own: ConnectionOptions = {}) {
  const sent: Sent[] = [];
  const options = {
    token: "secret",
    key: "k1",
    backoff: { first: 1, longest: 1 },
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const body = await new Response(init.body ?? null).text();
      sent.push({ url, headers: new Headers(init.headers), body });
      const response = responses[Math.min(sent.length, responses.length) - 1];
      return response?.() ?? json({ id: "1" });
    },
    ...own,
  };
  const { baseUrl, fetch } = fetchTransport(api, routes, options);
  return { client: createFetchClient<Paths>({ baseUrl, fetch }), sent };
}

const one = { params: { path: { id: "a/b" } } };

t.test("the transport returns data as openapi-fetch does, with this client's headers", async (t) => {
  const { client, sent } = clientOf([]);
  const { data, response } = await client.GET("/pools/{id}", one);
  t.same(data, { id: "1" });
  t.equal(response.status, 200);
  t.equal(sent[0]?.url, "https://API.example.com:443/v1/pools/a%2Fb");
  t.match(Object.fromEntries(sent[0]?.headers ?? []), {
    authorization: "Bearer secret",
    "user-agent": "pools/1",
    accept: "*/*",
  });
});

t.test("the transport sends the credentials of the operation that the path matches", async (t) => {
  const { client, sent } = clientOf([]);
  await client.GET("/pools/mine", { params: { path: { id: "" }, query: { limit: 2 } } });
  await client.GET("/pools/mine", { params: { path: { id: "" } } });
  await client.GET("/größe {id}", { params: { path: { id: "x" } } });
  await client.GET("/files/{id}", { params: { path: { id: "x" } } });
  await client.PUT("/pools/{id}", one);
  t.same(
    sent.map(({ url, headers }) => [
      url.replace("https://API.example.com:443", ""),
      headers.has("authorization"),
    ]),
    [
      ["/v1/pools/mine?limit=2&key=k1", false],
      ["/v1/pools/mine?key=k1", false],
      ["/v1/größe x", false],
      ["https://api.example.com/files-api/files/x", true],
      // Not an operation of the document, but on its server.
      ["/v1/pools/a%2Fb", true],
    ],
  );
});

t.test("the transport retries requests that may be retried, with one key", async (t) => {
  const { client, sent } = clientOf([() => json({}, 503), () => json({ id: "2" })]);
  const { data } = await client.POST("/pools/{id}", { ...one, body: { name: "n" } });
  t.same(data, { id: "2" });
  t.same(
    sent.map(({ body }) => body),
    ['{"name":"n"}', '{"name":"n"}'],
  );
  const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
  t.match(keys[0], /^\d+-/);
  t.equal(keys[0], keys[1]);
  const unsafe = clientOf([() => json({ title: "down" }, 503)]);
  const { error } = await unsafe.client.PUT("/pools/{id}", one);
  t.same(error, { title: "down" });
  t.equal(unsafe.sent.length, 1);
});

t.test("the transport keeps the caller's own key and headers", async (t) => {
  const { client, sent } = clientOf([]);
  const params = { ...one.params, header: { "Idempotency-Key": "mine" } };
  await client.POST("/pools/{id}", { params, headers: { Accept: "text/csv" } });
  t.equal(sent[0]?.headers.get("idempotency-key"), "mine");
  t.equal(sent[0]?.headers.get("accept"), "text/csv");
});

t.test("the transport returns errors as values, with any content", async (t) => {
  const cases = [
    { response: json({ title: "gone" }, 404), want: { title: "gone" } },
    { response: new Response("no such pool", { status: 404 }), want: "no such pool" },
    { response: new Response(null, { status: 404 }), want: "" },
    { response: json("text", 404), want: "text" },
    { response: new Response(null, { status: 302, headers: { Location: "/x" } }), want: "" },
  ];
  for (const { response, want } of cases) {
    const { client } = clientOf([() => response]);
    const { error, response: got } = await client.GET("/pools/{id}", one);
    t.same(error, want);
    t.equal(got.status, response.status);
  }
});

t.test("the transport reads responses without content", async (t) => {
  for (const status of [204, 200]) {
    const { client } = clientOf([() => new Response(null, { status })]);
    const { data, error } = await client.GET("/pools/{id}", one);
    t.same([data, error], [undefined, undefined]);
  }
});

t.test(
  "a call through the transport ends at its deadline, even within the body, and a cut-off body is retried",
  async (t) => {
    const never = (): Promise<Response> => new Promise(() => undefined);
    await t.rejects(clientOf([never], { timeout: 20 }).client.GET("/pools/{id}", one), {
      name: "TimeoutError",
    });
    const silent = (): Response =>
      new Response(new ReadableStream(), { headers: { "Content-Type": "application/json" } });
    await t.rejects(clientOf([silent], { timeout: 20 }).client.GET("/pools/{id}", one), {
      name: "TimeoutError",
    });
    const broken = (): Response =>
      new Response(new ReadableStream({ start: (to) => to.error(new Error("reset")) }), {
        headers: { "Content-Type": "application/json" },
      });
    const { client, sent } = clientOf([broken, () => json({ id: "3" })]);
    t.same((await client.GET("/pools/{id}", one)).data, { id: "3" });
    t.equal(sent.length, 2);
  },
);

t.test("a call through the transport ends with the caller's signal", async (t) => {
  const { client } = clientOf([() => new Promise(() => undefined)]);
  const controller = new AbortController();
  const call = client.GET("/pools/{id}", { ...one, signal: controller.signal });
  controller.abort(new Error("enough"));
  await t.rejects(call, { message: "enough" });
});

t.test("the transport passes on a stream as it is received", async (t) => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const headers = { "Content-Type": "text/event-stream" };
  const { client } = clientOf([() => new Response(readable, { headers })]);
  const { data } = await client.GET("/pools/{id}", { ...one, parseAs: "stream" });
  const writer = writable.getWriter();
  void writer.write(new TextEncoder().encode("data: 1\n\n"));
  const stream: ReadableStream<Uint8Array> | undefined = data ?? undefined;
  const first = await stream?.getReader().read();
  t.equal(new TextDecoder().decode(first?.value), "data: 1\n\n");
});

t.test(
  "the transport sends no credentials to a URL that a middleware has changed to another server",
  async (t) => {
    const { client, sent } = clientOf([]);
    client.use({ onRequest: ({ request }) => new Request("https://other.example/v1/pools/1", request) });
    await client.GET("/pools/{id}", one);
    await client.GET("/pools/{id}", { ...one, baseUrl: "https://api.example.com/v10" });
    t.same(
      sent.map(({ headers }) => headers.get("authorization")),
      [null, null],
    );
  },
);

t.test("the transport rejects path values that lead to another path, and missing ones", (t) => {
  const { checkPath } = fetchTransport(api, routes, {});
  t.equal(checkPath("/pools/a%2Fb"), "/pools/a%2Fb");
  t.throws(() => checkPath("/pools/.."), TypeError);
  t.throws(() => checkPath("/pools/{id}"), TypeError);
  t.end();
});
