// Witnesses sent to a real server.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import t, { type Test } from "tap";
import { compare } from "../../../scripts/contract/diff/compare.ts";
import { replay } from "../../../scripts/contract/diff/replay/replay.ts";
import { startMock } from "../../../scripts/contract/mock/start-mock.ts";
import { readFiles } from "../../support/read-files.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";
import { requestWitness, responseWitness } from "../format/review-of-everything.ts";

/** Operations of a path item that only OpenAPI 3.2 has. */
const rareOperations = {
  query: {
    operationId: "search",
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: { type: "object", required: ["words"], properties: { words: { type: "string" } } },
        },
      },
    },
    responses: { "200": { description: "Hits." } },
  },
  additionalOperations: {
    COPY: {
      operationId: "copy",
      parameters: [{ name: "Destination", in: "header", required: true, schema: { type: "string" } }],
      responses: { "201": { description: "Copied." } },
    },
  },
};

/** Returns a document with a list at `/docs`, and more operations there. */
function documentText(more: object): string {
  const get = { operationId: "list", responses: { "204": { description: "Done." } } };
  const info = { title: "Docs", version: "1.0.0" };
  return JSON.stringify({ openapi: "3.2.0", info, paths: { "/docs": { get, ...more } } });
}

async function listen(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  t.teardown(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that records the requests it receives. */
async function recorder(t: Test): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const url = await listen(t, (request, response) => {
    seen.push(request.url ?? "");
    response.writeHead(400).end();
  });
  return { url, seen };
}

const comparison = comparisonOf([
  findingOf({ witness: requestWitness }),
  findingOf({ witness: responseWitness }),
  findingOf({ verdict: "notice" }),
]);

t.test("each request witness is sent unchanged, below the server's own path", async (t) => {
  const seen: unknown[] = [];
  const url = await listen(t, (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const { authorization, "if-match": ifMatch, "content-type": type } = request.headers;
      seen.push([request.method, request.url, authorization, ifMatch, type, body]);
      response.writeHead(400).end('{"title":"Bad Request"}');
    });
  });
  const [replayed, ...more] = await replay(comparison, url, { credentials: "Basic abc" });
  t.same(more, [], "an answer is nothing to send");
  t.match(replayed, { outcome: "refused", status: 400, response: '{"title":"Bad Request"}' });
  const body = requestWitness.exchange.request.body?.text;
  t.same(seen, [["POST", "/v1/SenderPools?a=1", "Basic abc", '"1"', "application/json", body]]);
});

t.test("replay sends what fetch cannot: bodies of GET and HEAD, and TRACE", async (t) => {
  const seen: unknown[] = [];
  const url = await listen(t, (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      seen.push([request.method, request.headers["content-type"], body]);
      response.writeHead(400).end("no");
    });
  });
  const { exchange, ...witness } = requestWitness;
  const { body, ...request } = exchange.request;
  const witnesses = [
    { ...request, ...(body && { body }), method: "GET" },
    { ...request, ...(body && { body }), method: "HEAD" },
    { ...request, method: "TRACE" },
  ].map((request) => findingOf({ witness: { ...witness, exchange: { request } } }));
  const replayed = await replay(comparisonOf(witnesses), url);
  t.match(replayed, [
    { outcome: "refused", status: 400, response: "no" },
    { outcome: "refused", status: 400, response: "" },
    { outcome: "refused", status: 400, response: "no" },
  ]);
  t.same(seen, [
    ["GET", "application/json", body?.text],
    ["HEAD", "application/json", body?.text],
    ["TRACE", undefined, ""],
  ]);
});

t.test("a server that does not respond to a GET with a body is a failure, not a crash", async (t) => {
  const { exchange, ...witness } = requestWitness;
  const request = { ...exchange.request, method: "GET" };
  const [replayed] = await replay(
    comparisonOf([findingOf({ witness: { ...witness, exchange: { request } } })]),
    "http://127.0.0.1:9",
  );
  t.match(replayed, { outcome: "failed", status: undefined });
});

t.test("replay reports how the response judges the request", async (t) => {
  const cases = [
    { given: 202, want: "accepted" },
    { given: 302, want: "accepted" },
    { given: 404, want: "accepted" },
    { given: 400, want: "refused" },
    { given: 415, want: "refused" },
    { given: 422, want: "refused" },
    { given: 401, want: "not-authorized" },
    { given: 429, want: "failed" },
    { given: 503, want: "failed" },
  ];
  for (const { given, want } of cases) {
    const url = await listen(t, (_, response) => response.writeHead(given).end());
    const [replayed] = await replay(comparison, url);
    t.equal(replayed?.outcome, want, String(given));
  }
});

t.test("credentials are sent only to the given origin, wherever a document points", async (t) => {
  const [own, foreign] = await Promise.all([recorder(t), recorder(t)]);
  const host = foreign.url.replace("http:", "");
  const { request } = requestWitness.exchange;
  const elsewhere = [
    { server: `${host}/v1`, target: "/a" },
    { server: "/", target: `${host}/a` },
    { server: "", target: `${host}/a` },
    { server: `\\\\${host.slice(2)}`, target: "/a" },
    { server: "", target: `@${host.slice(2)}/a` },
    { server: foreign.url, target: "/a" },
    { server: "https:/", target: `/${host}/a` },
  ];
  for (const { server, target } of elsewhere) {
    const witness = { ...requestWitness, exchange: { request: { ...request, server, target } } };
    await replay(comparisonOf([findingOf({ witness })]), own.url, { credentials: "Bearer secret" });
  }
  t.same(foreign.seen, [], "the other server hears nothing");
  t.ok(own.seen.length >= 5, own.seen.join(" "));
});

t.test("the path of the given URL stays the prefix", async (t) => {
  const { url, seen } = await recorder(t);
  for (const path of ["/gate", "/gate/", "/gate/v1"]) await replay(comparison, url + path);
  t.same(seen, Array<string>(3).fill("/gate/v1/SenderPools?a=1"));
});

t.test("an API key in the query is sent there", async (t) => {
  const { url, seen } = await recorder(t);
  const { request } = requestWitness.exchange;
  const credentials = [{ scheme: "apiKey query key", scopes: [] }];
  const witness = { ...requestWitness, exchange: { request: { ...request, credentials } } };
  await replay(comparisonOf([findingOf({ witness })]), url, { credentials: "a&b" });
  t.same(seen, ["/v1/SenderPools?a=1&key=a%26b"]);
});

t.test("the status that a witness predicts is the actual one", async (t) => {
  const cases = [
    { rule: "operation-removed", rejection: "DELETE /a is not declared", status: 404, want: "refused" },
    { rule: "operation-removed", rejection: "gone", status: 410, want: "refused" },
    { rule: "security", rejection: "credentials are of no use", status: 401, want: "refused" },
    { rule: "max-length", rejection: "body must be shorter", status: 404, want: "accepted" },
    { rule: "max-length", rejection: "body must be shorter", status: 401, want: "not-authorized" },
  ];
  for (const { rule, rejection, status, want } of cases) {
    const url = await listen(t, (_, response) => response.writeHead(status).end());
    const witness = { ...requestWitness, rejection: [rejection] };
    const [replayed] = await replay(comparisonOf([findingOf({ rule, witness })]), url);
    t.equal(replayed?.outcome, want, `${rule} ${status}`);
  }
});

t.test("no message contains the credentials", async (t) => {
  const url = await listen(t, (_, response) => response.writeHead(400).end());
  const [replayed] = await replay(comparison, url, { credentials: "Bearer se\ncret" });
  t.notMatch(replayed?.response, "cret");
});

t.test("an unreachable or unresponsive server is an outcome", async (t) => {
  const silent = await listen(t, () => undefined);
  const [late] = await replay(comparison, silent, { timeout: 50 });
  t.match(late, { outcome: "failed", status: undefined });
  const [gone] = await replay(comparison, "http://127.0.0.1:1");
  t.match(gone, { outcome: "failed", response: /./ });
});

t.test("only the start of an endless response is read, and the connection is closed", async (t) => {
  let open = 0;
  const url = await listen(t, (_, response) => {
    open += 1;
    response.on("close", () => (open -= 1)).on("error", () => undefined);
    response.writeHead(400);
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(10_000)));
      response.once("drain", more);
    };
    more();
  });
  const { exchange, ...witness } = requestWitness;
  for (const method of ["POST", "TRACE"]) {
    const request = { ...exchange.request, method };
    const sent = comparisonOf([findingOf({ witness: { ...witness, exchange: { ...exchange, request } } })]);
    const [replayed] = await replay(sent, url);
    t.match(replayed, { outcome: "refused", status: 400, response: "x".repeat(2000) });
  }
  while (open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  t.equal(open, 0);
});

t.test(
  "a removed operation of `query` or `additionalOperations` is a break that a mock of each side shows",
  async (t) => {
    const texts = { "full.json": documentText(rareOperations), "less.json": documentText({}) };
    const full = await readFiles({ "api.json": texts["full.json"] });
    const less = await readFiles({ "api.json": texts["less.json"] });
    const removed = compare(full, less);
    t.match(
      removed.findings.map(({ verdict, operation, rule, witness }) => [
        verdict,
        operation,
        rule,
        witness?.exchange.request.method,
      ]),
      [
        ["breaking", "search", "operation-removed", "QUERY"],
        ["breaking", "copy", "operation-removed", "COPY"],
      ],
    );
    const folder = t.testdir(texts);
    for (const [name, want] of [
      ["full.json", { outcome: "accepted", status: Number }],
      ["less.json", { outcome: "refused", status: 405 }],
    ] as const) {
      const mock = await startMock(join(folder, name));
      t.teardown(() => mock.close());
      t.match(await replay(removed, mock.url), [want, want], name);
    }
    const added = compare(less, full);
    t.match(
      added.findings.map(({ verdict, operation, rule, witness }) => [verdict, operation, rule, witness]),
      [
        ["notice", "search", "operation-added", undefined],
        ["notice", "copy", "operation-added", undefined],
      ],
    );
  },
);
