// Where a package's pagination comes from: `--infer-pagination`, and `x-sdk.pagination` of an Overlay. The
// emitted client is run against a stub of `fetch`.
import { join } from "node:path";
import t from "tap";
import { sdk as makeSdk } from "../../scripts/contract/library/sdk.ts";
import { execute, sdk } from "./made-package.ts";

t.setTimeout(120_000);

const text = { type: "string" };

/** A document with one list, whose parameter, items and token have these names. */
function listing(parameter: string, items: string, next: string): string {
  const rows = { type: "array", items: { type: "object", properties: { id: text } } };
  const schema = { type: "object", properties: { [items]: rows, [next]: text } };
  const response = { description: "A page.", content: { "application/json": { schema } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/pets": {
        get: {
          operationId: "listPets",
          tags: ["pets"],
          parameters: [{ name: parameter, in: "query", schema: text }],
          responses: { 200: response },
        },
      },
    },
  });
}

/** Walks the list of the package in a folder over two pages; returns what was sent and received. */
function walk(folder: string, pages: readonly object[]): Promise<string> {
  return execute(
    folder,
    "walk.mjs",
    `import { PetsClient } from "./package/dist/generated/index.js";
    const pages = ${JSON.stringify(pages)};
    const sent = [];
    const fetch = async (url) => {
      sent.push(new URL(url).search);
      return Response.json(pages[sent.length - 1]);
    };
    const call = new PetsClient({ baseUrl: "https://api.example.com", fetch, maxAttempts: 1 }).pets.listPets();
    const ids = [];
    if (call[Symbol.asyncIterator]) for await (const { id } of call) ids.push(id);
    else await call;
    console.log(JSON.stringify({ sent, ids, pages: typeof call.pages }));`,
  );
}

const byNames = listing("cursor", "data", "next_cursor");
const twoPages = [{ data: [{ id: "a" }], next_cursor: "n" }, { data: [{ id: "b" }] }];
const inferred = { by: "token", parameter: "cursor", next: "/next_cursor", items: "/data" };

t.test("--infer-pagination prints what it inferred, and the list is walked", async (t) => {
  const folder = t.testdir({ "a.json": byNames });
  const { code, err } = await sdk(folder, "a.json", "-n", "pets", "--out", "package", "--infer-pagination");
  t.equal(code, 0);
  t.same(err.trim().split("\n"), [
    "pets 1.0.0 is in package",
    `listPets (GET /pets) is taken for a list: x-sdk.pagination ${JSON.stringify(inferred)}`,
  ]);
  const want = { sent: ["", "?cursor=n"], ids: ["a", "b"], pages: "function" };
  t.same(JSON.parse(await walk(folder, twoPages)), want);
});

t.test("without --infer-pagination nothing is inferred", async (t) => {
  const folder = t.testdir({ "a.json": byNames });
  const { code, err } = await sdk(folder, "a.json", "-n", "pets", "--out", "package");
  t.equal(code, 0);
  t.equal(err, "pets 1.0.0 is in package\n");
  t.same(JSON.parse(await walk(folder, twoPages)), { sent: [""], ids: [], pages: "undefined" });
});

t.test("the library returns what it inferred", async (t) => {
  const directory = t.testdir({ "a.json": byNames });
  const document = join(directory, "a.json");
  const made = await makeSdk(document, { name: "pets", inferPagination: true, directory });
  t.same(made.inferred, [{ id: "listPets", method: "GET", path: "/pets", pagination: inferred }]);
  t.same((await makeSdk(document, { name: "pets", directory })).inferred, []);
});

t.test("an Overlay declares the pagination of a list whose names say nothing", async (t) => {
  const pagination = { by: "token", parameter: "since", next: "/mark", items: "/animals" };
  const folder = t.testdir({
    "a.json": listing("since", "animals", "mark"),
    "ours.overlay.yaml": JSON.stringify({
      overlay: "1.1.0",
      info: { title: "Ours", version: "1.0.0" },
      actions: [{ target: "$.paths['/pets'].get", update: { "x-sdk": { pagination } } }],
    }),
  });
  const args = ["a.json", "-n", "pets", "--out", "package", "--infer-pagination"];
  const pages = [{ animals: [{ id: "a" }], mark: "n" }, { animals: [{ id: "b" }] }];
  t.equal((await sdk(folder, ...args)).code, 0);
  t.match(JSON.parse(await walk(folder, pages)), { pages: "undefined" }, "without the Overlay: no list");
  const { code, err } = await sdk(folder, ...args, "--overlay", "ours.overlay.yaml");
  t.equal(code, 0);
  t.notMatch(err, "is taken for a list", "it is declared, not inferred");
  const want = { sent: ["", "?since=n"], ids: ["a", "b"], pages: "function" };
  t.same(JSON.parse(await walk(folder, pages)), want);
});
