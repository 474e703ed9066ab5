// A mock of a document without extensions of this project, as clients use it, over real sockets.
import { join } from "node:path";
import t, { type Test } from "tap";
import { DataFile } from "../../scripts/contract/mock/data-file.ts";
import type { MockOptions, RunningMock } from "../../scripts/contract/mock/mock-api.d.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";

const shop = "test/fixtures/mock/shop.json";

async function mockOf(t: Test, options: MockOptions = {}): Promise<RunningMock> {
  const mock = await startMock(shop, options);
  t.teardown(() => mock.close());
  return mock;
}

interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function call(
  url: string,
  method = "GET",
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Called> {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

t.test("a created resource is fetched, listed, changed and removed", async (t) => {
  const { url, credentials } = await mockOf(t);
  const key = { "X-Key": credentials[0]?.value ?? "" };
  const pet = { name: "Rex", photoUrls: [], status: "available" };
  t.match(await call(`${url}/pet`, "POST", pet), { status: 200, body: { ...pet, id: 1 } });
  t.match(await call(`${url}/pet/1`, "GET", undefined, key), { status: 200, body: { ...pet, id: 1 } });
  t.match(await call(`${url}/pet`, "PUT", { ...pet, id: 1, name: "Max" }), { body: { name: "Max" } });
  t.match(await call(`${url}/pet/1/sell`, "POST"), { body: { name: "Max", status: "sold" } });
  t.match(await call(`${url}/pet/findByStatus?status=sold`), { body: [{ id: 1 }] });
  t.same((await call(`${url}/pet/findByStatus?status=pending`)).body, []);
  t.equal((await call(`${url}/pet/1`, "DELETE")).status, 204);
  t.match(await call(`${url}/pet/1`, "GET", undefined, key), {
    status: 404,
    body: { error: { code: 404, message: "The requested resource does not exist." } },
  });
});

t.test("a PUT of an unknown id is rejected where the document declares a 404", async (t) => {
  const { url } = await mockOf(t);
  t.equal((await call(`${url}/pet`, "PUT", { id: 7, name: "Rex", photoUrls: [] })).status, 404);
});

t.test("pages are numbered, sorted and linked by the names of the document's parameters", async (t) => {
  const { url } = await mockOf(t);
  for (const quantity of [3, 1, 2]) {
    const { status, headers } = await call(`${url}/orders`, "POST", { quantity });
    t.equal(status, 201);
    t.match(headers.get("Location"), /\/v3\/orders\/[0-9a-f-]{36}$/);
  }
  const first = await call(`${url}/orders?sort=quantity`);
  t.match(first.body, {
    data: [{ quantity: 1 }, { quantity: 2 }],
    meta: { total: 3, page: 1, total_pages: 2 },
  });
  const [, next = ""] = /^<([^>]*)>; rel="next"$/.exec(first.headers.get("Link") ?? "") ?? [];
  const second = await call(next);
  t.match(second.body, { data: [{ quantity: 3 }], meta: { page: 2 } });
  t.match(second.headers.get("Link"), /rel="prev"$/);
});

t.test("entity tags, merge patches and JSON patches are supported", async (t) => {
  const { url } = await mockOf(t);
  const { headers } = await call(`${url}/orders`, "POST", { quantity: 1 });
  const order = headers.get("Location") ?? "";
  const tag = (await call(order)).headers.get("ETag") ?? "";
  const unchanged = await call(order, "GET", undefined, { "If-None-Match": tag });
  t.match(
    { status: unchanged.status, length: unchanged.headers.get("Content-Length") },
    { status: 304, length: null },
  );
  const merge = { "Content-Type": "application/merge-patch+json" };
  const json = { "Content-Type": "application/json-patch+json" };
  t.match(await call(order, "PATCH", { note: "soon" }, merge), {
    body: { data: { note: "soon", quantity: 1 } },
  });
  t.notMatch((await call(order, "PATCH", { note: null }, merge)).body, { data: { note: String } });
  const patch = [{ op: "replace", path: "/quantity", value: 9 }];
  t.match(await call(order, "PATCH", patch, json), { body: { data: { quantity: 9 } } });
  t.equal((await call(order, "PATCH", { note: "late" }, { ...merge, "If-Match": tag })).status, 412);
});

t.test("a singleton exists from the start and can be replaced", async (t) => {
  const { url } = await mockOf(t);
  t.match(await call(`${url}/settings`), { status: 200, body: { theme: "dark" } });
  t.equal((await call(`${url}/settings`, "PUT", { theme: "light" })).status, 200);
  t.match(await call(`${url}/settings`), { body: { theme: "light" } });
});

t.test("an invalid request gets the error that the document declares", async (t) => {
  const { url } = await mockOf(t);
  t.match(await call(`${url}/orders`, "POST", { quantity: 0 }), {
    status: 422,
    body: { detail: [{ loc: ["body", "quantity"], msg: "must be >= 1" }] },
  });
  t.match(await call(`${url}/pet/1`), { status: 401 });
  t.match(await call(`${url}/nothing`), { status: 404, body: { status: 404 } });
  const { status, headers } = await call(`${url}/settings`, "DELETE");
  t.match({ status, allow: headers.get("Allow") }, { status: 405, allow: "GET, HEAD, PUT" });
});

t.test("the second credentials of a scheme belong to another tenant", async (t) => {
  const credentials = [
    { scheme: "api_key", value: "one" },
    { scheme: "api_key", value: "two" },
  ];
  const { url } = await mockOf(t, { credentials });
  await call(`${url}/pet`, "POST", { name: "Rex", photoUrls: [] });
  t.equal((await call(`${url}/pet/1`, "GET", undefined, { "X-Key": "one" })).status, 200);
  t.equal((await call(`${url}/pet/1`, "GET", undefined, { "X-Key": "two" })).status, 404);
});

t.test(
  "Prefer sets the status of one response, and a fault affects as many requests as configured",
  async (t) => {
    const { url, origin, credentials } = await mockOf(t);
    const key = { "X-Key": credentials[0]?.value ?? "" };
    const preferred = await call(`${url}/pet/7`, "GET", undefined, { ...key, Prefer: "code=404" });
    t.match(
      { status: preferred.status, applied: preferred.headers.get("Preference-Applied") },
      { status: 404, applied: "code=404" },
    );
    const undeclared = await call(`${url}/settings`, "GET", undefined, { Prefer: "code=418, wait=0" });
    t.match(
      { status: undeclared.status, applied: undeclared.headers.get("Preference-Applied") },
      { status: 400, applied: "wait=0" },
    );
    const fault = { operationId: "getPet", status: 404, count: 1 };
    t.equal((await call(`${origin}/_control/faults`, "POST", fault, key)).status, 201);
    await call(`${url}/pet`, "POST", { name: "Rex", photoUrls: [] });
    t.equal((await call(`${url}/pet/1`, "GET", undefined, key)).status, 404);
    t.equal((await call(`${url}/pet/1`, "GET", undefined, key)).status, 200);
    await call(`${origin}/_control/faults`, "POST", { operationId: "getPet", reset: true }, key);
    await t.rejects(call(`${url}/pet/1`, "GET", undefined, key));
  },
);

t.test("the journal has the requests and their problems, without credentials", async (t) => {
  const mock = await mockOf(t);
  const { url, origin, credentials } = mock;
  const key = { "X-Key": credentials[0]?.value ?? "" };
  await call(`${url}/orders`, "POST", { quantity: 0 });
  await call(`${url}/pet/1`, "GET", undefined, key);
  t.match(mock.journal({ status: "422" }), [
    { operationId: "createOrder", body: { quantity: 0 }, problems: [{ pointer: "/quantity" }] },
  ]);
  // It has the body of rejected requests, too.
  const json = { "Content-Type": "application/json-patch+json" };
  const { headers } = await call(`${url}/orders`, "POST", { quantity: 1 });
  const patch = [{ op: "replace", path: "/quantity", value: 9 }];
  await call(headers.get("Location") ?? "", "PATCH", patch, json);
  t.match(mock.journal({ operationId: "createOrder", status: "201" }), [{ body: { quantity: 1 } }]);
  const { body } = await call(`${origin}/_control/requests?operationId=getPet`, "GET", undefined, key);
  t.match(body, { count: 1, requests: [{ status: 404, tenant: "tenant-1" }] });
  t.notMatch(JSON.stringify(body), credentials[0]?.value);
  t.equal((await call(`${origin}/_control/requests`)).status, 401);
});

t.test("the control surface reports problems of its own requests", async (t) => {
  const { origin, credentials } = await mockOf(t);
  const key = { "X-Key": credentials[0]?.value ?? "" };
  const deep = JSON.parse(`${"[".repeat(33)}${"]".repeat(33)}`) as unknown;
  const table = [
    { path: "/faults/%zz", method: "DELETE", body: undefined, want: 400 },
    { path: "/faults", method: "POST", body: deep, want: 400 },
    { path: "/nothing", method: "GET", body: undefined, want: 404 },
    { path: "/faults", method: "PUT", body: {}, want: 405 },
  ];
  for (const { path, method, body, want } of table)
    t.equal((await call(`${origin}/_control${path}`, method, body, key)).status, want, `${method} ${path}`);
});

t.test("a verification succeeds, or reports the nearest request", async (t) => {
  const { url, origin, credentials } = await mockOf(t);
  const key = { "X-Key": credentials[0]?.value ?? "" };
  await call(`${url}/orders`, "POST", { quantity: 2 });
  const verify = (expected: object) => call(`${origin}/_control/verify`, "POST", expected, key);
  t.match(await verify({ operationId: "createOrder", count: 1, body: { quantity: 2 } }), { status: 200 });
  t.match(await verify({ operationId: "createOrder", body: { quantity: 3 } }), {
    status: 422,
    body: {
      verified: false,
      nearest: { differences: [{ in: "body", pointer: "/quantity", detail: "was 2, expected 3" }] },
    },
  });
});

t.test("a snapshot restores the state", async (t) => {
  const { url, origin, credentials } = await mockOf(t);
  const key = { "X-Key": credentials[0]?.value ?? "" };
  await call(`${url}/orders`, "POST", { quantity: 2 });
  t.equal((await call(`${origin}/_control/snapshots`, "POST", { name: "one" }, key)).status, 201);
  await call(`${url}/orders`, "POST", { quantity: 3 });
  t.match((await call(`${origin}/_control/snapshots/one/restore`, "POST", undefined, key)).status, 200);
  t.match((await call(`${url}/orders`)).body, { meta: { total: 1 } });
});

t.test("with a data file, created resources exist after a restart, for all types of ids", async (t) => {
  const data = join(t.testdir(), "mock.db");
  const first = await startMock(shop, { data });
  const created = await call(`${first.url}/orders`, "POST", { quantity: 2 });
  await call(`${first.url}/orders`, "POST", { quantity: 3 });
  await call(`${first.url}/settings`, "PUT", { theme: "light" });
  t.throws(() => DataFile.open(data), { name: "DocumentError" }, "a second process cannot have it");
  await first.close();
  const { url } = await mockOf(t, { data });
  const { body } = await call(`${url}/orders`);
  t.match(body, { data: [(created.body as { data: object }).data, { quantity: 3 }], meta: { total: 2 } });
  t.match(await call(`${url}/settings`), { body: { theme: "light" } });
});

t.test("seeds exist from the start and after a reset, and exports are valid seeds", async (t) => {
  const seeds = [
    { tenant: "tenant-1", data: { "/orders": [{ quantity: 5 }], "/settings": { theme: "light" } } },
  ];
  const mock = await mockOf(t, { seeds });
  const { url, origin, credentials } = mock;
  const key = { "X-Key": credentials[0]?.value ?? "" };
  t.match(await call(`${url}/orders`), { body: { data: [{ quantity: 5 }] } });
  t.match(await call(`${url}/settings`), { body: { theme: "light" } });
  await call(`${url}/orders`, "POST", { quantity: 6 });
  t.match(mock.exported(), {
    "/orders": [{ quantity: 5 }, { quantity: 6 }],
    "/settings": { theme: "light" },
  });
  await mock.reset();
  t.match(await call(`${url}/orders`), { body: { meta: { total: 1 } } });
  t.match(await call(`${origin}/_control/data`, "POST", { "/orders": [{ quantity: 7 }] }, key), {
    status: 201,
  });
  t.match(await call(`${url}/orders`), { body: { meta: { total: 2 } } });
  t.match(await call(`${origin}/_control/data`, "POST", { "/nowhere": [] }, key), { status: 400 });
});

t.test("a field of the body enables streaming, independent of Accept", async (t) => {
  const mock = await startMock("test/fixtures/cases/g18-event-stream/openapi.yaml", {});
  t.teardown(() => mock.close());
  const complete = async (body: object): Promise<string[]> => {
    const response = await fetch(`${mock.url}/completions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
    return [response.headers.get("Content-Type") ?? "", await response.text()];
  };
  const [whole = "", json = ""] = await complete({ prompt: "x", stream: false });
  t.match([whole, JSON.parse(json)], ["application/json", { answer: String }]);
  const [type, events] = await complete({ prompt: "x", stream: true });
  t.equal(type, "text/event-stream");
  t.match(events, /^data: \{"text":.*\}\n\n$/);
});
