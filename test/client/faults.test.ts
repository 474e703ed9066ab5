// What the client makes of everything that can go wrong on the way, against a server that does it.
import t from "tap";
import { TwilioClient } from "../../client/index.ts";
import {
  answer,
  bytes,
  chunked,
  cutShort,
  dripping,
  hangUp,
  type Reaction,
  reset,
  silence,
  startFaultServer,
  untilClose,
} from "./fault-server.ts";

const id = "comms_senderpool_01h9krwprkeee8fzqspvwy6nq8";
const pool = { id, name: "", tags: {}, createdAt: "2024-01-15T09:30:00Z", updatedAt: "2024-01-15T09:30:00Z" };
const accepted = { operationId: "comms_operation_1", operationLocation: "http://127.0.0.1/" };
const problem = { type: "about:blank", title: "T", status: 500, detail: "D", instance: "urn:x", code: 20500 };
const text = JSON.stringify(pool);
const ok = answer(200, pool);
const okWrite = answer(202, accepted);
const html = { "Content-Type": "text/html" };
const past = "Sun, 06 Nov 1994 08:49:37 GMT";

const read = (client: TwilioClient): Promise<unknown> => client.senderPools.fetch(id);
const write = (client: TwilioClient): Promise<unknown> => client.senderPools.create({});
const list = (client: TwilioClient): Promise<unknown> => client.senderPools.list();
const unkeyed = (client: TwilioClient): Promise<unknown> =>
  client.senderPools.create({}, { headers: { "Idempotency-Key": null } });

interface Fault {
  readonly name: string;
  readonly reactions: readonly Reaction[];
  readonly call?: (client: TwilioClient) => Promise<unknown>;
  /** The error that the call rejects with; without one it succeeds. */
  readonly want?: { readonly name?: string; readonly status?: number; readonly message?: RegExp };
  /** How many requests arrive. */
  readonly requests: number;
}

const connection = { name: "ConnectionError" };
const unexpected = { name: "UnexpectedResponseError" };
const timeout = { name: "TimeoutError" };

const faults: readonly Fault[] = [
  { name: "a reset in place of an answer", reactions: [reset, ok], requests: 2 },
  { name: "a connection closed in place of an answer", reactions: [hangUp, hangUp, ok], requests: 3 },
  { name: "resets without end", reactions: [reset], want: connection, requests: 3 },
  { name: "a reset between head and body", reactions: [cutShort(200, "", "reset"), ok], requests: 2 },
  {
    name: "a reset in the middle of the body",
    reactions: [cutShort(200, text.slice(0, 20), "reset"), ok],
    requests: 2,
  },
  { name: "a body shorter than promised", reactions: [cutShort(200, text, "end"), ok], requests: 2 },
  { name: "a chunk whose size is no number", reactions: [chunked("zz\r\n{}\r\n0\r\n\r\n"), ok], requests: 2 },
  { name: "chunks without the last one", reactions: [chunked("2\r\n{}\r\n"), ok], requests: 2 },
  {
    name: "JSON cut off where only the connection's end delimits it",
    reactions: [untilClose(text.slice(0, 30)), ok],
    requests: 2,
  },
  {
    name: "compressed garbage",
    reactions: [chunked("4\r\nabcd\r\n0\r\n\r\n", "end", { "Content-Encoding": "gzip" }), ok],
    requests: 2,
  },
  { name: "bytes that are not HTTP", reactions: [bytes("\0\x01\x02 what?\r\n\r\n"), ok], requests: 2 },
  {
    name: "an answer of another protocol without end",
    reactions: [bytes("SSH-2.0-OpenSSH_9.6\r\n")],
    want: connection,
    requests: 3,
  },
  {
    name: "a head that is larger than any should be",
    reactions: [bytes(`HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`)],
    want: connection,
    requests: 3,
  },
  {
    name: "a success without a body",
    reactions: [answer(200, "", { "Content-Type": "application/json" })],
    want: unexpected,
    requests: 3,
  },
  {
    name: "a success that is not JSON after all",
    reactions: [answer(200, "<html>", { "Content-Type": "application/json" })],
    want: unexpected,
    requests: 3,
  },
  {
    name: "a login page with status 200",
    reactions: [answer(200, "<html>", html)],
    want: { ...unexpected, message: /200 with text\/html/ },
    requests: 1,
  },
  {
    name: "a list that is a login page",
    reactions: [answer(200, "<html>", html)],
    call: list,
    want: unexpected,
    requests: 1,
  },
  {
    name: "a list without items",
    reactions: [answer(200, { pagination: { next: null } })],
    call: list,
    want: unexpected,
    requests: 1,
  },
  {
    name: "a success without a media type",
    reactions: [answer(200, text)],
    want: { ...unexpected, message: /no content/ },
    requests: 1,
  },
  { name: "a success that nobody declared", reactions: [answer(203, pool)], want: unexpected, requests: 1 },
  {
    name: "204 where a body is due",
    reactions: [bytes("HTTP/1.1 204 No Content\r\n\r\n", "stall")],
    want: unexpected,
    requests: 1,
  },
  {
    name: "an informational answer first",
    reactions: [
      bytes(
        `HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
      ),
    ],
    requests: 1,
  },
  {
    name: "500 with an empty body",
    reactions: [answer(500)],
    want: { status: 500, message: /500 Said so/ },
    requests: 3,
  },
  {
    name: "502 with a gateway's page, then an answer",
    reactions: [answer(502, "<html>", html), ok],
    requests: 2,
  },
  {
    name: "502 with a gateway's page",
    reactions: [answer(502, "<html>", html)],
    want: { status: 502 },
    requests: 3,
  },
  {
    name: "503 that asks for no wait",
    reactions: [answer(503, problem, { "Retry-After": "0" }), ok],
    requests: 2,
  },
  {
    name: "503 that asks for more than there is time",
    reactions: [answer(503, problem, { "Retry-After": "120" })],
    want: { status: 503, message: /wait 120 s/ },
    requests: 1,
  },
  {
    name: "429 until a moment that is past",
    reactions: [answer(429, problem, { "Retry-After": past }), ok],
    requests: 2,
  },
  {
    name: "429 until a moment of a clock that is years behind",
    reactions: [answer(429, problem, { "Retry-After": past, Date: past }), ok],
    requests: 2,
  },
  {
    name: "429 until a moment of a clock that is years ahead",
    reactions: [
      answer(429, problem, {
        "Retry-After": "Sat, 06 Nov 2094 08:49:37 GMT",
        Date: "Sat, 06 Nov 2094 08:49:37 GMT",
      }),
      ok,
    ],
    requests: 2,
  },
  {
    name: "429 until next century",
    reactions: [answer(429, problem, { "Retry-After": "Sat, 06 Nov 2094 08:49:37 GMT" })],
    want: { status: 429 },
    requests: 1,
  },
  {
    name: "429 with a Retry-After that means nothing",
    reactions: [answer(429, problem, { "Retry-After": "-3.5 soon" }), ok],
    requests: 2,
  },
  {
    name: "429 for a write without a key",
    reactions: [answer(429, problem), okWrite],
    call: unkeyed,
    requests: 2,
  },
  {
    name: "408 for a write without a key",
    reactions: [answer(408, problem), okWrite],
    call: unkeyed,
    requests: 2,
  },
  {
    name: "500 for a write without a key",
    reactions: [answer(500, problem), okWrite],
    call: unkeyed,
    want: { status: 500 },
    requests: 1,
  },
  {
    name: "a reset under a write without a key",
    reactions: [reset, okWrite],
    call: unkeyed,
    want: connection,
    requests: 1,
  },
  { name: "a reset under a write with a key", reactions: [reset, okWrite], call: write, requests: 2 },
  {
    name: "500 for a write with a key",
    reactions: [answer(500, problem), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "a write whose answer is cut off",
    reactions: [cutShort(202, "{", "end"), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "409 while the first is under way",
    reactions: [answer(409, problem, { "Retry-After": "0" }), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "409 for good",
    reactions: [answer(409, problem)],
    call: write,
    want: { status: 409 },
    requests: 1,
  },
  { name: "404", reactions: [answer(404, problem)], want: { status: 404, message: /404 D/ }, requests: 1 },
  {
    name: "400 whose problem is not JSON",
    reactions: [answer(400, "{", { "Content-Type": "application/problem+json" })],
    want: { status: 400 },
    requests: 1,
  },
  {
    name: "400 whose problem is null",
    reactions: [answer(400, "null", { "Content-Type": "application/problem+json" })],
    want: { status: 400 },
    requests: 1,
  },
  {
    name: "400 whose body breaks off",
    reactions: [cutShort(400, "{", "end")],
    want: { status: 400 },
    requests: 1,
  },
  { name: "silence", reactions: [silence], want: timeout, requests: 1 },
  { name: "a head and then silence", reactions: [cutShort(200, "{", "stall")], want: timeout, requests: 1 },
  {
    name: "an error's head and then silence",
    reactions: [cutShort(404, "{", "stall")],
    want: timeout,
    requests: 1,
  },
  { name: "a body that drips", reactions: [dripping(20)], want: timeout, requests: 1 },
  {
    name: "a redirect within the origin",
    reactions: [answer(302, "", { Location: "/v1/elsewhere" }), ok],
    requests: 2,
  },
  {
    name: "a redirect to itself, again and again",
    reactions: [answer(302, "", { Location: "/v1" })],
    want: { status: 302 },
    requests: 6,
  },
  { name: "a redirect without a target", reactions: [answer(302)], want: { status: 302 }, requests: 1 },
  {
    name: "a redirect that would make a write a read",
    reactions: [answer(303, "", { Location: "/v1" }), ok],
    call: write,
    want: { status: 303 },
    requests: 1,
  },
  {
    name: "a redirect that keeps a write a write",
    reactions: [answer(308, "", { Location: "/v1/x" }), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "304 that nobody asked for",
    reactions: [bytes("HTTP/1.1 304 Not Modified\r\n\r\n", "stall")],
    want: { status: 304 },
    requests: 1,
  },
];

for (const { name, reactions, call = read, want, requests } of faults) {
  t.test(`survives ${name}`, async (t) => {
    const server = await startFaultServer(t, reactions);
    const client = new TwilioClient({
      accountId: "AC1",
      authToken: "secret",
      baseUrl: `${server.url}/v1`,
      timeout: 700,
      backoff: { first: 1, longest: 2 },
    });
    const result = await call(client).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (want === undefined) t.equal(result, undefined);
    else t.match(result, want);
    t.equal(server.seen.length, requests, "requests");
    const keys = new Set(server.seen.map(({ headers }) => headers["idempotency-key"]));
    t.equal(keys.size, 1, "one key for one call");
  });
}

t.test("sends no credential to another origin", async (t) => {
  const other = await startFaultServer(t, [ok]);
  for (const status of [301, 302, 303, 307, 308]) {
    const server = await startFaultServer(t, [answer(status, "", { Location: `${other.url}/v1` })]);
    const client = new TwilioClient({ accountId: "AC1", authToken: "secret", baseUrl: server.url });
    await t.rejects(client.senderPools.fetch(id), {
      status,
      message: new RegExp(`redirect to ${other.url}`),
    });
  }
  t.same(other.seen, []);
});

t.test("survives a connection that is closed under the next request", async (t) => {
  let answered = 0;
  const once: Reaction = (socket, request) => {
    answered += 1;
    if (answered === 2) socket.end();
    else ok(socket, request);
  };
  const server = await startFaultServer(t, [once]);
  const client = new TwilioClient({
    accountId: "a",
    authToken: "b",
    baseUrl: server.url,
    backoff: { first: 1, longest: 1 },
  });
  await client.senderPools.fetch(id);
  await client.senderPools.fetch(id);
  t.equal(server.seen.length, 3);
});
