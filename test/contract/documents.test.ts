// The server's routes outside the contract: the page to try it on, the contract's files, health and metrics.
import { readFileSync } from "node:fs";
import t from "tap";
import { parse } from "yaml";
import { call, startTestServer } from "../support/test-server.ts";

t.test("the page at /docs and all its resources come from this server", async (t) => {
  const server = await startTestServer(t);
  const entry = await fetch(`${server.url}/`);
  t.equal(entry.url, `${server.url}/docs/`);
  const html = await entry.text();
  const policy = String(entry.headers.get("content-security-policy"));
  t.match(policy, "default-src 'none'");
  t.match(policy, "connect-src 'self'");
  t.notMatch(policy, "http");
  const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, link]) => new URL(String(link), entry.url),
  );
  t.ok(assets.length > 3);
  for (const asset of assets) {
    t.equal(asset.origin, server.url);
    t.equal((await fetch(asset)).status, 200, asset.pathname);
  }
  const script = await (await fetch(`${server.url}/docs/static/swagger-initializer.js`)).text();
  const code = script.split("\n").filter((line) => !line.trim().startsWith("//"));
  t.notMatch(code.join("\n"), /https?:\/\//);
});

t.test("the contract is served unchanged, as JSON and as YAML", async (t) => {
  const server = await startTestServer(t);
  const generated: unknown = JSON.parse(
    readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
  );
  t.same(await (await fetch(`${server.url}/openapi.json`)).json(), generated);
  const { paths } = generated as { readonly paths: object };
  const shown = (await (await fetch(`${server.url}/docs/json`)).json()) as { readonly paths: object };
  t.same(shown.paths, paths, "the page adds to descriptions only");
  t.same(parse(await (await fetch(`${server.url}/openapi.yaml`)).text()), generated);
  t.match(generated, { servers: [{ url: "/v1" }] }, "the page talks to the server it came from");
});

t.test("unknown paths outside the contract are problem documents, too", async (t) => {
  const server = await startTestServer(t);
  for (const path of [
    "/nothing",
    "/docs/nothing",
    "/docs/static/nothing.js",
    "/docs/static/%2e%2e/package.json",
    "/docs/static/..%2f..%2fpackage.json",
  ]) {
    const response = await fetch(server.url + path);
    t.match([response.status, response.headers.get("content-type")], [404, "application/problem+json"], path);
  }
  const posted = await fetch(`${server.url}/healthz`, { method: "POST" });
  t.match([posted.status, posted.headers.get("allow")], [405, "GET, HEAD"]);
});

t.test("health, readiness and metrics require no credentials", async (t) => {
  const server = await startTestServer(t);
  t.same(await (await fetch(`${server.url}/healthz`)).json(), { status: "ok" });
  t.same(await (await fetch(`${server.url}/readyz`)).json(), { status: "ready" });
  await call(server, { path: "/Senders" });
  await call(server, { path: "/Senders", as: "" });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  t.match(metrics, 'http_requests_total{operation="listSenders",status="200"} 1');
  t.match(metrics, 'http_requests_total{operation="listSenders",status="401"} 1');
  t.match(metrics, 'http_request_duration_seconds_count{operation="listSenders"} 2');
  for (const line of metrics.trim().split("\n"))
    t.match(line, /^(# TYPE [a-z_]+ [a-z]+|[a-z_]+(\{[^}]*\})? [0-9.e+-]+)$/);
});

t.test("metrics with an address of their own are served nowhere else", async (t) => {
  const server = await startTestServer(t, ["--metrics-address", "127.0.0.1:0"]);
  const url = server.app.metricsUrl() ?? "";
  await call(server, { path: "/Senders" });
  const own = await fetch(url);
  t.match(own.headers.get("content-type"), /^text\/plain; version=0\.0\.4/);
  t.match(await own.text(), 'http_requests_total{operation="listSenders",status="200"} 1');
  t.equal((await fetch(url, { method: "POST" })).status, 405);
  t.equal((await fetch(new URL("/v1/Senders", url))).status, 404);
  t.equal((await fetch(`${server.url}/metrics`)).status, 404);
});

t.test("an unavailable store makes the server unready, and requests fail with 503", async (t) => {
  const server = await startTestServer(t);
  await server.store.close();
  t.equal((await fetch(`${server.url}/readyz`)).status, 503);
  t.match(await call(server, { path: "/Senders" }), {
    status: 503,
    headers: { "retry-after": "1" },
    body: { code: 20503 },
  });
});
