// Paths that several templates match: server, proxy, diff and test fetch find the same operation.
import t from "tap";
import { ServerTable } from "../../scripts/contract/runtime/boundary/server-table.ts";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { routeRequest } from "../../scripts/contract/exchange/route-request.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { compareTemplates } from "../../scripts/contract/runtime/boundary/path-order.ts";
import { findOperation } from "../../scripts/contract/proxy/find-operation.ts";
import { generatedServer } from "./generated-server.ts";
import { documentPath } from "./made-package.ts";

const cases = [
  { method: "GET", path: "/jobs/5", want: "job" },
  { method: "POST", path: "/jobs/5", want: "startJob" },
  { method: "POST", path: "/jobs/5:cancel", want: "cancelJob" },
  { method: "POST", path: "/jobs/5:stop", want: "actOnJob" },
  { method: "GET", path: "/jobs/5:cancel", want: "job" },
  { method: "GET", path: "/x", want: "thing" },
  { method: "GET", path: "/x.json", want: "thingAsJson" },
  { method: "GET", path: "/r.json", want: "r" },
  { method: "GET", path: "/a/b/c", want: "left" },
  { method: "GET", path: "/x/b/c", want: "right" },
  { method: "GET", path: "/glued/12x", want: "glued" },
] as const;

const withoutValues = [
  { method: "GET", path: "/jobs/" },
  { method: "POST", path: "/jobs/" },
  { method: "GET", path: "/" },
] as const;

const document = "contested-paths.yaml";

t.test("the generated server calls the most specific operation, with its security", async (t) => {
  let called = "";
  const handlers = Object.fromEntries(
    cases.map(({ want }) => [want, async () => ((called = want), { status: 204 })]),
  );
  const authenticate = { token: ({ token }: { token: string }) => (token === "good" ? {} : undefined) };
  const { app } = await generatedServer(t, {
    folder: t.testdir(),
    document,
    options: { authenticate },
    handlers,
  });
  for (const { method, path, want } of cases) {
    called = "";
    const headers = { authorization: "Bearer good" };
    t.equal((await app.inject({ method, url: `/api${path}`, headers })).statusCode, 204, `${method} ${path}`);
    t.equal(called, want, `${method} ${path}`);
  }
  called = "";
  t.equal((await app.inject({ method: "POST", url: "/api/jobs/5:cancel" })).statusCode, 401);
  t.equal(called, "", "no neighbour without security takes the request");
  for (const { method, path } of withoutValues) {
    const { statusCode, headers } = await app.inject({ method, url: `/api${path}` });
    t.equal(statusCode, 404, `${method} ${path}`);
    t.match(headers["content-type"], /^application\/problem\+json/);
  }
  t.equal(called, "", "a path without a value for its parameter reaches no operation");
});

t.test("proxy and diff find the most specific operation", async (t) => {
  const api = readApi(await readDocument(documentPath(document)));
  for (const { method, path, want } of cases) {
    const found = findOperation(api, method, `/api${path}`);
    t.equal("operation" in found && found.operation.label, want, `proxy: ${method} ${path}`);
    const request = { method, server: "/api", target: path, headers: [], credentials: [] };
    const reached = api.operations.filter((operation) => "path" in routeRequest(api, operation, request));
    t.same(
      reached.map(({ label }) => label),
      [want],
      `diff: ${method} ${path}`,
    );
  }
  for (const { method, path } of withoutValues)
    t.notOk("operation" in findOperation(api, method, `/api${path}`), `proxy: ${method} ${path}`);
});

t.test("the table of servers, used by test fetch and proxy, finds the most specific operation", async (t) => {
  const { operations } = readApi(await readDocument(documentPath(document)));
  const servers = ["https://{host}/api", "/"];
  const table = new ServerTable(
    operations.map(({ label, source: { method, path } }) => ({ method, path, servers, target: label })),
  );
  for (const { method, path, want } of cases) {
    const found = table.find(method, `/api${path}`);
    t.match([found?.target, found?.base], [want, "/api"], `${method} ${path}`);
    t.match(table.find(method, path), { target: want, server: "/", base: "" });
  }
});

t.test("templates are ordered segment by segment, literals before parameters", (t) => {
  const ordered = ["/a/b", "/a/x{id}y", "/a/{id}y", "/a/{id}", "/{x}/b", "/{x}/{y}"];
  for (const [at, one] of ordered.entries()) {
    for (const [place, other] of ordered.entries()) {
      t.equal(compareTemplates(one, other), Math.sign(at - place), `${one} ${other}`);
    }
  }
  t.equal(compareTemplates("/a/{id}", "/a/{name}"), 0, "names say nothing");
  t.end();
});
