// Witnesses sent to a real server.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import t, { type Test } from "tap";
import { replay } from "../../../scripts/diff/replay/replay.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";
import { requestWitness, responseWitness } from "../format/review-of-everything.ts";

async function listen(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  t.teardown(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const comparison = comparisonOf([
  findingOf({ witness: requestWitness }),
  findingOf({ witness: responseWitness }),
  findingOf({ verdict: "notice" }),
]);

t.test("sends each request witness as it stands, below the server's own path", async (t) => {
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
  t.match(replayed, { outcome: "refused", status: 400, answer: '{"title":"Bad Request"}' });
  const body = requestWitness.exchange.request.body?.text;
  t.same(seen, [["POST", "/v1/SenderPools?a=1", "Basic abc", '"1"', "application/json", body]]);
});

t.test("tells what the answer says about the request", async (t) => {
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

t.test("a server that is not there, or never answers, is an outcome", async (t) => {
  const silent = await listen(t, () => undefined);
  const [late] = await replay(comparison, silent, { timeout: 50 });
  t.match(late, { outcome: "failed", status: undefined });
  const [gone] = await replay(comparison, "http://127.0.0.1:1");
  t.match(gone, { outcome: "failed", answer: /./ });
});
