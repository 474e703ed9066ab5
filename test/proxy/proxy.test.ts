// The validating proxy with real sockets: in front of the reference server, and in front of one that violates
// the contract.
import type { IncomingMessage, RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import t from "tap";
import type { Finding } from "../../scripts/contract/proxy/check-exchange.ts";
import { seededSenders } from "../../server/seed.ts";
import { sendRaw } from "../support/raw-request.ts";
import { call, startTestServer } from "../support/test-server.ts";
import { lie, mostBody, watch } from "./watched-proxy.ts";

/** Returns the text of findings, without the data of their request. */
function said(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ side, operation, place, detail }) => `${side} ${operation ?? "-"} ${place} ${detail}`,
  );
}

t.test("valid exchanges with the reference server yield no findings", async (t) => {
  const server = await startTestServer(t);
  const { proxy, findings, checked } = await watch(t, server.url);
  const created = await call(proxy, {
    method: "POST",
    path: "/SenderPools",
    body: { name: "one", tags: { a: "b" } },
  });
  t.equal(created.status, 202);
  t.match(created.headers, { "operation-id": String, "request-id": String });
  t.equal((await call(proxy, { path: "/SenderPools?pageSize=1" })).status, 200);
  t.equal((await call(proxy, { path: `/Senders/${seededSenders[0]!.id}` })).status, 200);
  await checked(3);
  t.strictSame(findings, []);
});

t.test("requests that violate the contract are reported with operation, location and message", async (t) => {
  const server = await startTestServer(t);
  const { proxy, findings, checked } = await watch(t, server.url);
  const pools = "/SenderPools";
  const post = { method: "POST", path: pools };
  const table: { given: Parameters<typeof call>[1]; status: number; want: RegExp[] }[] = [
    {
      given: { path: "/Nothing?token=secret" },
      status: 404,
      want: [/^request - path \/v1\/… is not declared$/],
    },
    {
      given: { method: "PUT", path: pools },
      status: 405,
      want: [/^request - method PUT is not declared for \/v1\/SenderPools; .*(GET|POST)/],
    },
    {
      given: { path: pools, as: "" },
      status: 401,
      want: [/^request listSenderPools credentials must be http basic/],
    },
    {
      given: { path: `${pools}?pageSize=1001` },
      status: 400,
      want: [/^request listSenderPools query\/pageSize must be <= 1000$/],
    },
    {
      given: { ...post, body: { name: 1 } },
      status: 400,
      want: [/^request createSenderPool body\/name must be string$/],
    },
    {
      given: { ...post, body: { colour: 1 } },
      status: 400,
      want: [
        /^request createSenderPool body must NOT have (additional|unevaluated) properties \("colour"\)$/,
      ],
    },
    { given: { ...post, body: "{" }, status: 400, want: [/^request createSenderPool body must be JSON$/] },
    {
      given: { ...post, body: '{"name":"a","name":"b"}' },
      status: 400,
      want: [/^request createSenderPool body.*name.*(twice|once|repeat)/],
    },
    {
      given: { ...post, body: "a", headers: { "content-type": "text/plain" } },
      status: 415,
      want: [/^request createSenderPool content-type must be application\/json; got text\/plain/, /.*/],
    },
  ];
  for (const [index, { given, status, want }] of table.entries()) {
    findings.length = 0;
    t.equal((await call(proxy, given)).status, status);
    await checked(index + 1);
    const lines = said(findings);
    for (const [at, pattern] of want.entries()) t.match(lines[at] ?? "", pattern, JSON.stringify(given));
  }
  t.notMatch(JSON.stringify(findings), /secret|demo-token|ZGVtbzp/);
});

t.test("responses that violate the contract are reported too", async (t) => {
  const sender = { id: "x", password: "hunter2" };
  const responses: { given: RequestListener; want: RegExp }[] = [
    {
      given: (_, response) => response.writeHead(418).end(),
      want: /response fetchSender status 418 is not declared/,
    },
    {
      given: (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
      want: /response fetchSender content-type must be application\/json; got text\/html/,
    },
    {
      given: (_, response) =>
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(sender)),
      want: /response fetchSender body must have required property/,
    },
    {
      given: (_, response) =>
        response
          .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
          .end(gzipSync(JSON.stringify(sender))),
      want: /response fetchSender body\/id must match pattern/,
    },
    {
      given: (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("{"),
      want: /response fetchSender body must be JSON/,
    },
    {
      given: (_, response) => response.writeHead(200, { "content-type": "application/json" }).end(),
      want: /response fetchSender body is missing/,
    },
    {
      given: (_, response) =>
        response.writeHead(200, { "content-type": "application/json" }).end("x".repeat(mostBody + 1)),
      want: /response fetchSender body is not checked: incomplete, or larger than/,
    },
  ];
  let next = 0;
  const target = await lie(t, (request, response) => responses[next]!.given(request, response));
  const { proxy, findings, checked } = await watch(t, target);
  for (const { want } of responses) {
    findings.length = 0;
    const headers = { authorization: `Basic ${Buffer.from("demo:demo-token").toString("base64")}` };
    await (await fetch(`${proxy.url}/v1/Senders/${seededSenders[0]!.id}`, { headers })).arrayBuffer();
    await checked(next + 1);
    t.match(said(findings).join("\n"), want);
    t.notMatch(JSON.stringify(findings), /hunter2/);
    next++;
  }
  t.match(
    findings,
    [{ isNote: false }, { isNote: true }].slice(-findings.length),
    "what was not checked is a note",
  );
});

t.test(
  "the proxy forwards bytes, repeated fields and status unchanged, and drops hop-by-hop fields",
  async (t) => {
    const seen: { url: string | undefined; raw: string[]; body: string }[] = [];
    const target = await lie(t, (request: IncomingMessage, response) => {
      void text(request).then((body) => {
        seen.push({ url: request.url, raw: request.rawHeaders, body });
        response.writeHead(
          299,
          "Fine",
          [
            ["Set-Cookie", "a=1"],
            ["set-cookie", "b=2"],
            ["Connection", "x-hop, close"],
            ["X-Hop", "gone"],
          ].flat(),
        );
        response.end("two\nlines");
      });
    });
    const { proxy } = await watch(t, target);
    const body = "x".repeat(3_000_000);
    const received = await sendRaw(proxy.url, [
      `POST /a%2Fb?q=%zz HTTP/1.1\r\nHost: somewhere\r\nX-Two: 1\r\nX-Two: 2\r\nTE: trailers\r\nKeep-Alive: 5\r\n`,
      `Connection: X-Mine, close\r\nX-Mine: gone\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ]);
    t.match(received, /^HTTP\/1\.1 299 Fine\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n/);
    t.notMatch(received, /X-Hop/i);
    t.match(received, /two\nlines/);
    t.equal(seen[0]?.url, "/a%2Fb?q=%zz");
    t.equal(seen[0]?.body.length, body.length, "larger than what is kept, and forwarded whole");
    const fields = seen[0]?.raw.join("|") ?? "";
    t.match(fields, /X-Two\|1\|X-Two\|2/);
    t.notMatch(fields, /X-Mine|Keep-Alive\|5|TE\||somewhere/);
  },
);

t.test("the proxy streams: the first part of a response arrives before the last is produced", async (t) => {
  let finish = (): void => undefined;
  const target = await lie(t, (_, response) => {
    response.writeHead(200).write("first");
    finish = () => response.end("last");
  });
  const { proxy } = await watch(t, target);
  const declared = await fetch(`${proxy.url}/stream`);
  const reader = declared.body!.getReader();
  t.equal(Buffer.from((await reader.read()).value).toString(), "first");
  finish();
  t.equal(Buffer.from((await reader.read()).value).toString(), "last");
});

t.test("an unreachable target is a 502; an aborted response is aborted", async (t) => {
  const gone = await watch(t, "http://127.0.0.1:1");
  t.equal((await call(gone.proxy, { path: "/SenderPools", method: "POST", body: {} })).status, 502);
  t.match(gone.failures, [/ECONNREFUSED/]);
  const target = await lie(t, (_, response) => {
    response.writeHead(200, { "content-length": 100 }).write("part");
    setTimeout(() => response.destroy(), 10);
  });
  const broken = await watch(t, target);
  await t.rejects(call(broken.proxy, { path: "/SenderPools" }));
  // The client may see its connection end before the proxy has reported the reason.
  for (let turns = 0; broken.failures.length === 0 && turns < 200; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  t.equal(broken.failures.length, 1);
});
