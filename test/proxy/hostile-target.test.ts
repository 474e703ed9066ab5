// Targets that do not speak HTTP, and the parts of a path that the proxy prints.
import { connect, createServer as createTcpServer } from "node:net";
import t from "tap";
import { call, startTestServer } from "../support/test-server.ts";
import { watch } from "./watched-proxy.ts";

t.test(
  "a response that HTTP cannot carry becomes a 502 and one line, and the next request is served",
  async (t) => {
    const table = [
      { given: "HTTP/1.1 099 Early\r\nContent-Length: 2\r\n\r\nok", want: /is not HTTP/ },
      { given: "HTTP/1.1 200 a\x01b\r\nContent-Length: 2\r\n\r\nok", want: /./ },
      {
        given: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
        want: /switched protocols/,
      },
      { given: "HTTP/1.1 101 Switching Protocols\r\n\r\n", want: /switched protocols/ },
      { given: "not HTTP at all\r\n\r\n", want: /./ },
    ];
    for (const { given, want } of table) {
      const target = createTcpServer((socket) => {
        socket.on("error", () => undefined).once("data", () => socket.end(given, "latin1"));
      }).listen(0, "127.0.0.1");
      await new Promise((resolve) => target.once("listening", resolve));
      t.teardown(() => target.close());
      const address = target.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const { proxy, failures } = await watch(t, `http://127.0.0.1:${port}`);
      for (const round of [1, 2]) {
        const response = await fetch(`${proxy.url}/v1/Senders`);
        t.equal(response.status, 502, `${JSON.stringify(given)}, request ${round}`);
        t.match(await response.json(), { status: 502, title: "Bad Gateway" });
        t.equal(failures.length, round);
        t.match(failures.at(-1), want);
      }
    }
  },
);

t.test("a client's request is one request to the target, at the target's address", async (t) => {
  const received: string[] = [];
  const target = createTcpServer((socket) => {
    socket
      .on("error", () => undefined)
      .on("data", (data) => {
        received.push(data.toString("latin1"));
        socket.write("HTTP/1.1 204 Done\r\n\r\n");
      });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => target.once("listening", resolve));
  t.teardown(() => target.close());
  const address = target.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { proxy, checked } = await watch(t, `http://127.0.0.1:${port}`);
  const { hostname, port: own } = new URL(proxy.url);
  const body = "GET /v1/Senders HTTP/1.1\r\n\r\n";
  const table = [
    {
      given: `DELETE /v1/Senders/a HTTP/1.1\r\nHost: x\r\nConnection: content-length, x-hop\r\nX-Hop: 1\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      want: new RegExp(`^DELETE /v1/Senders/a HTTP[^]*content-length: ${body.length}\r\n`, "i"),
    },
    {
      given: "GET http://elsewhere.example/v1/Senders HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
      want: /^GET \/v1\/Senders HTTP/,
    },
  ];
  for (const [index, { given, want }] of table.entries()) {
    received.length = 0;
    const socket = connect(Number(own), hostname);
    socket.write(given);
    await checked(index + 1);
    socket.destroy();
    t.match(received.join(""), want);
    t.notMatch(received.join(""), /x-hop|elsewhere/i);
  }
});

t.test("only literal segments of a path are printed, and HEAD is validated as GET", async (t) => {
  const server = await startTestServer(t);
  const { proxy, findings, checked } = await watch(t, server.url);
  const table = [
    { path: "/Senders/my-secret-name?x=1", want: "/v1/Senders/…" },
    { path: "/my-secret-name/Senders", want: "/v1/…/Senders" },
    { path: "/SenderPools/my-secret-name/Senders/my-secret-name", want: "/v1/SenderPools/…/Senders/…" },
  ];
  for (const [index, { path, want }] of table.entries()) {
    findings.length = 0;
    await call(proxy, { path });
    await checked(index + 1);
    t.ok(findings.length > 0);
    t.equal(findings[0]?.path, want);
    t.notMatch(JSON.stringify(findings), /my-secret-name/);
  }
  findings.length = 0;
  t.equal((await call(proxy, { method: "HEAD", path: "/Senders" })).status, 200);
  await checked(table.length + 1);
  t.strictSame(findings, []);
});
