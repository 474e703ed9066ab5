// The recipes of the README run as they are printed.
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { startMock } from "sender-pools-contract/mock";

const recipes = "test/fixtures/mock/recipes";
const shop = "test/fixtures/mock/shop.json";

t.test("the README has the recipes verbatim", (t) => {
  const readme = readFileSync("scripts/contract/mock/README.md", "utf8");
  for (const name of ["node.test.mjs", "jest-setup.mjs", "playwright.config.mjs", "handlers.mjs"])
    t.ok(readme.includes(readFileSync(join(recipes, name), "utf8").trim()), name);
  t.end();
});

t.test("the recipe for node:test passes", (t) => {
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
  t.throws(() => mock.fault({ operationId: "getPet", status: 418 }), { name: "HttpError" });
  await mock.reset();
  t.same(mock.journal(), []);
});
