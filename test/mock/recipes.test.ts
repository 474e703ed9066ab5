// The recipes of the README run as they are printed.
//
// @own-process: the set-up files of test runners set variables and globals.
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { type MockControls, startMock } from "sender-pools-contract/mock";

const recipes = "test/fixtures/mock/recipes";
const shop = "test/fixtures/mock/shop.json";

t.test("the README has the recipes verbatim", (t) => {
  const readme = readFileSync("scripts/contract/mock/README.md", "utf8");
  for (const name of ["node.test.mjs", "jest-setup.mjs", "playwright.config.mjs", "handlers.mjs"])
    t.ok(readme.includes(readFileSync(join(recipes, name), "utf8").trim()), name);
  t.end();
});

t.test("the README's recipe for node:test passes", (t) => {
  const cwd = t.testdir();
  copyFileSync(shop, join(cwd, "openapi.yaml"));
  const recipe = resolve(recipes, "node.test.mjs");
  const { status, stdout } = spawnSync(process.execPath, ["--test", recipe], { cwd, encoding: "utf8" });
  t.equal(status, 0, stdout);
  t.match(stdout, /# pass 1/);
  t.end();
});

t.test("the handlers of the README respond", async (t) => {
  const mock = await startMock(shop, { handlers: join(recipes, "handlers.mjs") });
  t.teardown(() => mock.close());
  const statuses: number[] = [];
  for (let count = 0; count < 3; count++) {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ quantity: 2 });
    statuses.push((await fetch(`${mock.url}/orders`, { method: "POST", headers, body })).status);
  }
  t.same(statuses, [201, 201, 409]);
});

t.test("the recipe for Jest starts a mock for all files, and stops it", async (t) => {
  const cwd = process.cwd();
  const folder = t.testdir();
  copyFileSync(shop, join(folder, "openapi.yaml"));
  const load = async (name: string): Promise<() => Promise<void>> => {
    const url = pathToFileURL(resolve(cwd, recipes, name)).href;
    return ((await import(url)) as { default: () => Promise<void> }).default;
  };
  const [setUp, tearDown] = [await load("jest-setup.mjs"), await load("jest-teardown.mjs")];
  process.chdir(folder);
  t.teardown(() => process.chdir(cwd));
  await setUp();
  const url = `${process.env["API_URL"]}/orders`;
  const headers = JSON.parse(process.env["API_HEADERS"] ?? "") as Record<string, string>;
  t.equal((await fetch(url, { headers })).status, 200);
  await tearDown();
  await t.rejects(fetch(url));
});

t.test("a mock in a test shows its credentials and journal, fails on demand and resets", async (t) => {
  const mock = await startMock(shop, {
    seeds: [{ tenant: "tenant-1", data: { "/orders": [{ quantity: 7 }] } }],
  });
  t.teardown(() => mock.close());
  const pet = `${mock.url}/pet/1`;
  t.equal((await fetch(pet, { headers: mock.headers() })).status, 404);
  t.equal((await fetch(pet)).status, 401);
  t.match(mock.journal({ operationId: "getPet" }), [{ status: 404 }, { status: 401 }]);
  t.match(mock.verify({ operationId: "getPet", status: "404", count: 1 }), { verified: true });
  t.match(mock.verify({ operationId: "addPet" }), { verified: false, count: 0 });
  mock.fault({ operationId: "listOrders", delay: 1, reset: true, count: 1 });
  await t.rejects(fetch(`${mock.url}/orders`));
  t.match(await (await fetch(`${mock.url}/orders`)).json(), { data: [{ quantity: 7 }] });
  t.throws(() => mock.fault({ operationId: "getPet", status: 600 }), { name: "HttpError" });
  await mock.reset();
  t.same(mock.journal(), []);
});

t.test("a test controls a mock by methods, one for each path of the control surface", async (t) => {
  const mock = await startMock(shop);
  t.teardown(() => mock.close());
  const orders = async () => (await (await fetch(`${mock.url}/orders`)).json()) as { data: object[] };
  await mock.add({ "/orders": [{ quantity: 1 }] });
  mock.snapshot("one");
  await mock.add({ "/orders": [{ quantity: 2 }] });
  t.match(await orders(), { meta: { total: 2 } });
  await mock.restore("one");
  t.match(await orders(), { data: [{ quantity: 1 }], meta: { total: 1 } });
  t.same(mock.snapshots(), ["one"]);
  t.equal(mock.removeSnapshot("one"), true);
  await t.rejects(mock.restore("one"), { message: /snapshot/ });
  t.throws(() => mock.snapshot(""), { name: "HttpError" });
  await mock.resetData();
  t.match(await orders(), { data: [] });

  t.match(mock.operations(), [{ operationId: String, statuses: Array }]);
  const { id } = mock.fault({ operationId: "listOrders", reset: true });
  mock.fault({ delay: 1 });
  t.match(mock.faults(), [{ id, hits: 0 }, {}]);
  t.equal(mock.removeFault(id), true);
  mock.clearFaults();
  t.same(mock.faults(), []);
  mock.clearJournal();
  t.same(mock.journal(), []);

  t.same(mock.pace(), { pace: "look", delay: 0 });
  t.same(mock.pace({ pace: "manual" }), { pace: "manual", delay: 0 });
  t.throws(() => mock.pace({ delay: -1 }), { name: "HttpError" });
  t.equal(await mock.step(), 0);

  t.same(mock.webhooks(), []);
  t.throws(() => mock.webhook("none"), { name: "HttpError" });
  t.same([mock.schedules(), mock.endSchedule("none"), mock.deliveries()], [[], false, []]);
  t.same(mock.retries({ attempts: 2 }), { attempts: 2, backoff: 1000 });
  mock.clearDeliveries();

  const { paths } = (await (await fetch(`${mock.origin}/_control`, { headers: mock.headers() })).json()) as {
    paths: string[];
  };
  t.same(
    paths.map((path) => `${path} → ${String(methodOf[path])}`).filter((line) => line.endsWith("undefined")),
    [],
  );
  for (const method of Object.values(methodOf)) t.ok(Object.hasOwn(mock, method), method);
});

const methodOf: Readonly<Record<string, keyof MockControls>> = {
  "GET /_control": "pace",
  "PUT /_control/pace": "pace",
  "POST /_control/steps": "step",
  "GET /_control/data": "exported",
  "POST /_control/data": "add",
  "DELETE /_control/data": "resetData",
  "POST /_control/reset": "reset",
  "GET /_control/operations": "operations",
  "POST /_control/faults": "fault",
  "GET /_control/faults": "faults",
  "DELETE /_control/faults": "clearFaults",
  "DELETE /_control/faults/{id}": "removeFault",
  "GET /_control/requests": "journal",
  "DELETE /_control/requests": "clearJournal",
  "POST /_control/verify": "verify",
  "GET /_control/snapshots": "snapshots",
  "POST /_control/snapshots": "snapshot",
  "POST /_control/snapshots/{name}/restore": "restore",
  "DELETE /_control/snapshots/{name}": "removeSnapshot",
  "GET /_control/state": "exported",
  "GET /_control/webhooks": "webhooks",
  "POST /_control/webhooks/{name}": "webhook",
  "DELETE /_control/webhooks/{name}": "endSchedule",
  "GET /_control/deliveries": "deliveries",
  "PUT /_control/deliveries": "retries",
  "DELETE /_control/deliveries": "clearDeliveries",
};
