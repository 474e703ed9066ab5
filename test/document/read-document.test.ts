import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { SourceFiles } from "../../scripts/contract/document/source-files.ts";
import { readFiles, rejectionOf } from "../support/read-files.ts";

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";

t.test("YAML and JSON are read alike, with the location of each node", async (t) => {
  const yaml = `${head}paths:\n  /a:\n    get:\n      tags: [x, y]\n      responses: {'200': {description: ok}}\n`;
  const json =
    '{\n  "openapi": "3.1.0",\n  "paths": {"/a": {"get": {"tags": ["x",\n "y"], "responses": {}}}}}';
  const cases = [
    { file: "a.yaml", text: yaml, pointer: "/paths/~1a/get", want: [5, 5] },
    { file: "a.yaml", text: yaml, pointer: "/paths/~1a/get/tags/1", want: [6, 17] },
    { file: "a.yaml", text: yaml, pointer: "/paths/~1a/get/nothing/here", want: [5, 5] },
    {
      file: "a.yaml",
      text: yaml.replaceAll("\n", "\r\n"),
      pointer: "/paths/~1a/get/responses/200",
      want: [7, 19],
    },
    { file: "a.yaml", text: `\ufeff${yaml}`, pointer: "", want: [1, 1] },
    { file: "a.json", text: json, pointer: "/paths/~1a/get/tags/1", want: [4, 2] },
    { file: "a.json", text: json, pointer: "/paths", want: [3, 3] },
    { file: "a.json", text: json, pointer: "/paths/~1b", want: [3, 3] },
    { file: "json-in.yaml", text: json, pointer: "/openapi", want: [2, 3] },
  ];
  for (const { file, text, pointer, want } of cases) {
    const document = await readFiles({ [file]: text });
    const { line, column, file: named } = document.locate(pointer);
    t.same([named, line, column], [file, ...want], `${file} ${pointer}`);
  }
});

t.test("values are kept as the author wrote them", async (t) => {
  const document = await readFiles({
    "a.yaml": `${head}x-data:\n  200: code\n  1.0: version\n  __proto__: {constructor: 1}\n  date: 2024-01-15\n  norway: no\n  big: 1e3\npaths: {}\n`,
  });
  t.same(Object.entries(document.root["x-data"] as object), [
    ["200", "code"],
    ["1.0", "version"],
    ["__proto__", { constructor: 1 }],
    ["date", "2024-01-15"],
    ["norway", "no"],
    ["big", 1000],
  ]);
  t.equal(Object.getPrototypeOf(document.root["x-data"]), Object.prototype);
});

t.test("an alias is a copy of its anchor, a merge key adds missing members", async (t) => {
  const document = await readFiles({
    "a.yaml": `${head}x-base: &base\n  a: {deep: 1}\n  b: 2\nx-alias: *base\nx-merged:\n  <<: *base\n  b: 3\npaths: {}\n`,
  });
  t.same(document.root["x-alias"], { a: { deep: 1 }, b: 2 });
  t.same(document.root["x-merged"], { a: { deep: 1 }, b: 3 });
  t.not(document.root["x-alias"], document.root["x-base"]);
  t.equal(document.locate("/x-alias/a/deep").line, 4, "what an alias stands for is written at its anchor");
  t.equal(document.locate("/x-merged/a").line, 4);
  t.equal(document.locate("/x-merged/b").line, 9);
});

t.test("a merge key takes inline maps too; the first of several wins", async (t) => {
  const document = await readFiles({
    "a.yaml": `${head}x-list: &list [{a: 1}, {a: 2, b: 2}]\nx-one: {<<: {a: {deep: 1}}, b: 3}\nx-two: {<<: [{a: 1},\n {a: 2, c: 2}], c: 4}\nx-three: {<<: *list}\npaths: {}\n`,
  });
  t.same(document.root["x-one"], { a: { deep: 1 }, b: 3 });
  t.same(document.root["x-two"], { a: 1, c: 4 });
  t.same(document.root["x-three"], { a: 1, b: 2 });
  t.same([document.locate("/x-one/a/deep").column, document.locate("/x-two/a").line], [18, 5]);
});

t.test("children that include the parent that lists them get its own fields", async (t) => {
  const parent =
    "{type: object, discriminator: {propertyName: k}, oneOf: [{$ref: '#/components/schemas/B'}]}";
  const document = await readFiles({
    "a.yaml": `${head}components:\n  schemas:\n    A: ${parent}\n    B: {allOf: [{$ref: '#/components/schemas/A'}, {minProperties: 1}]}\n`,
  });
  t.same(resolvePointer(document.root, "/components/schemas/B/allOf"), [
    { type: "object" },
    { minProperties: 1 },
  ]);
  t.equal(document.locate("/components/schemas/B/allOf/0/type").line, 5);
});

t.test("remote references and data that only looks like a reference are distinguished", async (t) => {
  const text = `${head}components:
  schemas:
    A:
      properties: {$ref: {type: string}}
      examples: [{$ref: '#/nowhere'}]
      default: {$ref: other.yaml}
      const: {$ref: other.yaml}
  examples:
    E: {value: {$ref: other.yaml}}
`;
  t.equal(await rejectionOf({ "a.yaml": text }), "accepted");
});

t.test("a reference to an anchor or an $id inside the document becomes a pointer", async (t) => {
  const document = await readFiles({
    "a.yaml": `${head}components:\n  schemas:\n    A: {$anchor: here}\n    B: {$id: 'https://example.com/b'}\n    C: {anyOf: [{$ref: '#here'}, {$ref: 'https://example.com/b'}]}\n`,
  });
  t.same(resolvePointer(document.root, "/components/schemas/C"), {
    anyOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
  } satisfies Json);
});

t.test("an unreadable file on disk is rejected with the reason", async (t) => {
  const directory = t.testdir({
    "latin.yaml": Buffer.from("openapi: 3.1.0\ninfo: {title: caf\u00e9}", "latin1"),
    "utf-16.json": Buffer.from("{}", "utf16le"),
    folder: {},
    "good.yaml": `\ufeff${head}paths: {}\n`,
  });
  const cases = [
    { file: "none.yaml", want: /none\.yaml cannot be read: there is no such file/ },
    { file: "folder", want: /folder cannot be read: it is a directory/ },
    { file: "good.yaml/more", want: /a part of its path is not a directory/ },
    { file: "latin.yaml", want: /latin\.yaml is not UTF-8 text/ },
  ];
  for (const { file, want } of cases) {
    await t.rejects(readDocument(`${directory}/${file}`), { name: "DocumentError", message: want }, file);
  }
  const { root, name } = await readDocument(`${directory}/good.yaml`);
  t.same([root["openapi"], name], ["3.1.0", `${directory}/good.yaml`]);
});

t.test("URLs are fetched only if that is allowed", async (t) => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === "/a.yaml" || request.url === "/b.yaml" ? 200 : 404;
    response.end(
      request.url === "/a.yaml" ? `${head}components: {schemas: {A: {$ref: b.yaml}}}` : "type: string",
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await t.rejects(readDocument(`${base}/a.yaml`), { name: "DocumentError", message: /is not read/ });
  await t.rejects(readDocument(`${base}/c.yaml`, { allowUrls: true }), { message: /responds with 404/ });
  const { root } = await readDocument(`${base}/a.yaml`, { allowUrls: true });
  t.same(root["components"], { schemas: { A: { type: "string" } } });
});

t.test("files are read up to the maximum total size of a document", async (t) => {
  const texts: Record<string, string> = {
    "a.yaml": `openapi: 3.1.0\npaths: { /a: { $ref: "b.yaml" } }\n`,
    "b.yaml": `get: { responses: {} }\n# ${"x".repeat(200)}\n`,
  };
  const sources = (maxTotal?: number) =>
    new SourceFiles({
      readText: (path) => Promise.resolve(texts[path] ?? ""),
      nameOf: (path) => path,
      ...(maxTotal === undefined ? {} : { maxTotal }),
    });
  const limited = sources(250);
  await limited.open("a.yaml");
  await limited.open("a.yaml");
  await t.rejects(limited.open("b.yaml"), {
    message: /^b\.yaml is not read: with it, the files of the document have more than/,
    fix: /split the document/,
  });
  const usual = sources();
  await usual.open("a.yaml");
  t.ok(await usual.open("b.yaml"));
});
