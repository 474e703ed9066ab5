// Hostile input on the raw socket: the server responds with a problem document or closes the connection, and
// stays up.
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { authorization, exchange, lines, statuses } from "../support/raw-exchange.ts";
import { call, startTestServer } from "../support/test-server.ts";

t.test("input that is not HTTP gets a problem document, and the connection is closed", async (t) => {
  const server = await startTestServer(t);
  const table = [
    { title: "nonsense", given: "\0\0\0nonsense\r\n\r\n", want: ["400"] },
    { title: "TLS", given: "\x16\x03\x01\x02\x00\x01\x00", want: ["400"] },
    { title: "HTTP/2", given: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", want: ["400"] },
    {
      title: "a header with a line break in it",
      given: lines("GET / HTTP/1.1", "Host: x", "A: b\rc"),
      want: ["400"],
    },
    { title: "a header with a NUL", given: lines("GET / HTTP/1.1", "Host: x", "A: \0"), want: ["400"] },
    {
      title: "two lengths",
      given: lines("POST /v1/SenderPools HTTP/1.1", "Host: x", "Content-Length: 2", "Content-Length: 3"),
      want: ["400"],
    },
    {
      title: "a length and chunks",
      given: lines(
        "POST /v1/SenderPools HTTP/1.1",
        "Host: x",
        "Content-Length: 2",
        "Transfer-Encoding: chunked",
      ),
      want: ["400"],
    },
    {
      title: "a negative length",
      given: lines("POST /v1/SenderPools HTTP/1.1", "Host: x", "Content-Length: -1"),
      want: ["400"],
    },
    {
      title: "too many header bytes",
      given: lines("GET /v1/Senders HTTP/1.1", "Host: x", `A: ${"a".repeat(17_000)}`),
      want: ["431"],
    },
    {
      title: "too long a URL and head",
      given: lines(`GET /v1/Senders?a=${"a".repeat(17_000)} HTTP/1.1`, "Host: x"),
      want: ["431"],
    },
    {
      title: "CONNECT",
      given: lines("CONNECT example.com:443 HTTP/1.1", "Host: example.com"),
      want: ["404"],
    },
  ];
  for (const { title, given, want } of table) {
    const text = await exchange(server.url, (socket) => socket.write(given, "latin1"));
    t.same(statuses(text), want, title);
    t.match(text, /application\/problem\+json/, title);
    t.match(text, /Connection: close/, title);
  }
  t.equal((await call(server, { path: "/Senders" })).status, 200, "it goes on");
});

t.test("a URL beyond the limit is a 400, and so is a request without Host", async (t) => {
  const server = await startTestServer(t);
  const long = await exchange(server.url, (socket) =>
    socket.end(lines(`GET /v1/Senders?channel=${"a".repeat(9000)} HTTP/1.1`, "Host: x", authorization)),
  );
  t.match(long, /^HTTP\/1\.1 400[^]*The request target exceeds 8192 bytes/);
  const hostless = await exchange(server.url, (socket) =>
    socket.end(lines("GET /v1/Senders HTTP/1.1", authorization)),
  );
  t.match(hostless, /^HTTP\/1\.1 400[^]*"name":"Host"/);
});

t.test("a repeated header field of a parameter is a 400 that names it", async (t) => {
  const server = await startTestServer(t);
  const fields = ["Host: x", authorization, "Content-Type: application/json", "Content-Length: 2"];
  const keys = ["Idempotency-Key: one", "Idempotency-Key: two"];
  const response = await exchange(server.url, (socket) =>
    socket.end(`${lines("POST /v1/SenderPools HTTP/1.1", ...fields, ...keys)}{}`),
  );
  t.match(response, /^HTTP\/1\.1 400[^]*"name":"Idempotency-Key","detail":"must be given only once"/);
});

t.test("a body in an unsupported transfer coding is a 415", async (t) => {
  const server = await startTestServer(t);
  const fields = ["Host: x", authorization, "Content-Type: application/json"];
  const send = (coding: string): Promise<string> =>
    exchange(server.url, (socket) => {
      const head = lines("POST /v1/SenderPools HTTP/1.1", ...fields, `Transfer-Encoding: ${coding}`);
      socket.end(`${head}2\r\n{}\r\n0\r\n\r\n`);
    });
  t.match(await send("Chunked"), /^HTTP\/1\.1 202 /);
  t.match(await send("gzip, chunked"), /^HTTP\/1\.1 415 /);
});

t.test("the Host field does not affect Location: its URL comes from the configuration", async (t) => {
  const server = await startTestServer(t);
  const response = await call(server, {
    method: "POST",
    path: "/SenderPools",
    body: {},
    headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
  });
  t.match(response, { status: 202, headers: { location: new RegExp(`^${server.url}/v1/`) } });
});

t.test(
  "requests in one chunk get their responses in order, even before one that cannot be parsed",
  async (t) => {
    const server = await startTestServer(t);
    const get = (path: string): string => lines(`GET /v1${path} HTTP/1.1`, "Host: x", authorization);
    const body = '{"name":"piped"}';
    const post =
      lines(
        "POST /v1/SenderPools HTTP/1.1",
        "Host: x",
        authorization,
        "Content-Type: application/json",
        `Content-Length: ${body.length}`,
      ) + body;
    const text = await exchange(server.url, (socket) =>
      socket.write(get("/Senders") + post + get("/nothing") + get("/SenderPools/x") + "bad\r\n\r\n"),
    );
    t.same(statuses(text), ["200", "202", "404", "400", "400"]);
  },
);

t.test("a client that sends too slowly is disconnected", async (t) => {
  const server = await startTestServer(t, ["--request-seconds", "1"]);
  const slow = async (first: string): Promise<string> =>
    exchange(
      server.url,
      async (socket) => {
        socket.write(first);
        for (let count = 0; count < 30 && socket.writable; count++) {
          await sleep(100);
          socket.write("a");
        }
      },
      4000,
    );
  const [head, body] = await Promise.all([
    slow("GET /v1/Senders HTTP/1.1\r\nHost: x\r\nA: "),
    slow(
      lines(
        "POST /v1/SenderPools HTTP/1.1",
        "Host: x",
        authorization,
        "Content-Type: application/json",
        "Content-Length: 1000",
      ),
    ),
  ]);
  t.match(head, /^HTTP\/1\.1 408[^]*within 1 seconds/);
  t.match(body, /^HTTP\/1\.1 408/);
});

t.test(
  "a body beyond the limit is rejected while it is received, and its connection stays usable",
  async (t) => {
    const server = await startTestServer(t);
    const big = 2 ** 21 + 1;
    const announced = lines(
      "POST /v1/SenderPools HTTP/1.1",
      "Host: x",
      authorization,
      "Content-Type: application/json",
      `Content-Length: ${big}`,
    );
    const chunked = lines(
      "POST /v1/SenderPools HTTP/1.1",
      "Host: x",
      authorization,
      "Content-Type: application/json",
      "Transfer-Encoding: chunked",
    );
    const text = await exchange(server.url, (socket) => {
      socket.write(announced + " ".repeat(big));
      socket.write(`${chunked}${big.toString(16)}\r\n${" ".repeat(big)}\r\n0\r\n\r\n`);
      socket.write(lines("GET /v1/Senders HTTP/1.1", "Host: x", authorization));
    });
    t.same(statuses(text), ["413", "413", "200"]);
    t.equal(
      (await call(server, { method: "POST", path: "/SenderPools", body: `{}${" ".repeat(big - 3)}` })).status,
      202,
      "the last that is fine",
    );
  },
);

t.test("unusual paths do not reach other routes", async (t) => {
  const server = await startTestServer(t);
  const table = [
    { path: "/SenderPools/..%2fSenders", want: 400 },
    { path: "/SenderPools/%2e%2e/Senders", want: 400 },
    { path: "/SenderPools%2FOperations", want: 404 },
    { path: "//Senders", want: 404 },
    { path: "/senders", want: 404 },
    { path: "/SenderPools/__proto__", want: 400 },
    { path: "/SenderPools/a;b", want: 400 },
    { path: "/SenderPools/%ff", want: 400 },
    { path: "/SenderPools/%", want: 400 },
    { path: "/Senders/x/y", want: 404 },
    { path: "/%53enders", want: 200 },
  ];
  for (const { path, want } of table) {
    const text = await exchange(server.url, (socket) =>
      socket.end(lines(`GET /v1${path} HTTP/1.1`, "Host: x", authorization)),
    );
    t.same(statuses(text), [`${want}`], path);
  }
});
