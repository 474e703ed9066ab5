// Everything before the body: the request line, Host, Expect, paths that lead out of a folder.
import { connect } from "node:net";
import t from "tap";
import { docsPath } from "../../server/system/docs.ts";
import { systemPaths } from "../../server/system/system-routes.ts";
import { authorization, exchange, lines, statuses } from "../support/raw-exchange.ts";
import { startTestServer } from "../support/test-server.ts";

t.test("a request line or Host that RFC 9112 forbids is a 400", async (t) => {
  const server = await startTestServer(t);
  const get = "GET /v1/Senders HTTP/1.1";
  const table = [
    { given: [get, "Host: a", "Host: b"], want: /"name":"Host","detail":"must be sent once"/ },
    { given: [get, "Host: a", "HOST: a"], want: /"name":"Host","detail":"must be sent once"/ },
    { given: [get, "Host: a b"], want: /"name":"Host","detail":"must be a host/ },
    { given: [get, "Host: a/b"], want: /"name":"Host","detail":"must be a host/ },
    { given: [get, "Host: user@a"], want: /"name":"Host","detail":"must be a host/ },
    { given: [get, "Host: a:b"], want: /"name":"Host","detail":"must be a host/ },
    { given: ["GET /healthz HTTP/1.1", "Host: [::1"], want: /"name":"Host"/ },
    { given: ["GET /v1/Senders HTTP/2.0", "Host: a"], want: /supports HTTP\/1\.1/ },
    { given: ["GET /v1/Senders#x HTTP/1.1", "Host: a"], want: /must not contain a fragment/ },
  ];
  for (const { given, want } of table) {
    const text = await exchange(server.url, (socket) => socket.end(lines(...given, authorization)));
    t.same(statuses(text), ["400"], given.join());
    t.match(text, /application\/problem\+json/, given.join());
    t.match(text, want, given.join());
  }
  for (const host of ["a", "a.b:80", "[::1]:3000", "", "a:", "xn--a", "%41"]) {
    const text = await exchange(server.url, (socket) =>
      socket.end(lines(get, `Host: ${host}`, authorization)),
    );
    t.same(statuses(text), ["200"], host);
  }
});

t.test("HTTP/1.1 without Host is a 400 for every path; HTTP/1.0 needs no Host", async (t) => {
  const server = await startTestServer(t);
  const paths = [
    ...systemPaths({ metricsAddress: undefined }),
    `${docsPath}/nothing`,
    "/control/state",
    "/nowhere",
  ];
  for (const path of [...paths, "/v1/Senders", "/v1/nowhere"]) {
    const request = (version: string): Promise<string> =>
      exchange(server.url, (socket) => socket.end(lines(`GET ${path} HTTP/${version}`, authorization)));
    const text = await request("1.1");
    t.same(statuses(text), ["400"], path);
    t.match(text, /"name":"Host","detail":"must be sent in HTTP\/1\.1"/, path);
    t.notMatch(await request("1.0"), /"name":"Host"/, path);
  }
});

t.test("a client that sends Expect: 100-continue gets other errors before 100 Continue", async (t) => {
  const server = await startTestServer(t);
  const head = [
    "POST /v1/SenderPools HTTP/1.1",
    "Host: x",
    "Content-Type: application/json",
    "Content-Length: 2",
    "Expect: 100-continue",
  ];
  const early = [
    { given: head, want: "401" },
    { given: [...head.filter((line) => !line.includes("json")), authorization], want: "415" },
    { given: [...head.map((line) => line.replace(": 2", ": 99999999")), authorization], want: "413" },
    { given: [...head.map((line) => line.replace("/SenderPools", "/x")), authorization], want: "404" },
  ];
  for (const { given, want } of early) {
    const text = await exchange(server.url, (socket) => socket.write(lines(...given)));
    t.same(statuses(text), [want]);
    t.match(text, /\r\nConnection: close\r\n/i, "the body may come or not, so the connection ends");
  }
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let received = "";
  const next = (): Promise<void> =>
    new Promise((resolve) =>
      socket.once("data", (chunk: Buffer) => resolve(void (received += chunk.toString()))),
    );
  socket.write(lines(...head, authorization));
  await next();
  t.match(received, /^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  socket.write("{}");
  await next();
  t.match(received, /\r\n\r\nHTTP\/1\.1 202 /);
  t.notMatch(received, /Connection: close/i, "the connection goes on");
  socket.destroy();
});

t.test("a path below /docs that leads outside it is a 404", async (t) => {
  const server = await startTestServer(t);
  for (const path of [
    "/docs/static/../x",
    "/docs/static/%2e%2e/x",
    "/docs/static/%2e%2e%2f%2e%2e%2fx",
    "/docs/static/%00",
    "/docs/static/%zz",
    "/healthz/%zz",
    "/%c0%af",
  ]) {
    const text = await exchange(
      server.url,
      (socket) => socket.write(lines(`GET ${path} HTTP/1.1`, "Host: x", "Connection: close")),
      20_000,
    );
    t.same(statuses(text), ["404"], path);
    t.match(text, /application\/problem\+json/);
  }
  t.equal((await fetch(`${server.url}/docs/`)).status, 200);
});
