// Swagger 2.0 is converted to OpenAPI 3.0; features without an equivalent are reported with their line.
import { readFileSync } from "node:fs";
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { readFiles } from "../support/read-files.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

const path = "test/fixtures/documents/swagger.yaml";

async function read() {
  const notices: string[] = [];
  const document = await readDocument(path, {
    notice: ({ line }, problem) => void notices.push(`${line}: ${problem}`),
  });
  return { document, notices };
}

t.test(
  "Swagger bodies, forms, shared parameters, credentials and addresses become their OpenAPI 3 equivalents",
  async (t) => {
    const { document } = await read();
    const at = (pointer: string) => resolvePointer(document.root, pointer);
    t.match(document, { declaredVersion: /^3\.0\./ });
    t.match(document.root["servers"], [{ url: "https://api.example.com/v1" }]);
    const json = { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } };
    t.match(
      at("/paths/~1pets/post/requestBody"),
      { required: true, content: json },
      "a body that is referred to",
    );
    t.match(at("/paths/~1pets/put/requestBody"), {
      required: true,
      content: {
        "multipart/form-data": { schema: { required: ["file"], properties: { file: { type: "string" } } } },
      },
    });
    t.match(at("/paths/~1shared/post/requestBody"), { content: json }, "a body that the path has for all");
    t.notOk(at("/paths/~1shared/parameters/0"));
    t.match(at("/paths/~1pets/get/parameters/0"), { in: "query", name: "ids", explode: true });
    t.match(at("/components/schemas/Pet/properties/note/type"), ["string", "null"]);
    t.match(at("/components/securitySchemes/basic"), { type: "http", scheme: "basic" });
  },
);

t.test("Swagger features that OpenAPI 3.0 cannot express are reported with their line", async (t) => {
  const { notices } = await read();
  const lines = readFileSync(path, "utf8").split("\n");
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
  t.same(notices, [
    `${lineOf("tsv")}: OpenAPI 3.0 cannot express collectionFormat: tsv: it is lost in the conversion from Swagger 2.0`,
    `${lineOf("schemes: [http]")}: OpenAPI 3.0 cannot express the schemes of a single operation: it is lost in the conversion from Swagger 2.0`,
  ]);
});

t.test("locations in a converted document are those in the Swagger source", async (t) => {
  const { document } = await read();
  const lines = readFileSync(path, "utf8").split("\n");
  const textAt = (pointer: string) => lines[document.locate(pointer).line - 1]?.trim();
  const cases = {
    "/components/schemas/Pet/properties/note": "note: { type: string, x-nullable: true }",
    "/paths/~1pets/get/responses/200/content/application~1json/schema":
      "schema: { type: array, items: { $ref: '#/definitions/Pet' } }",
    "/paths/~1pets/put/parameters/0/schema/maxLength":
      "- { name: trace, in: query, type: string, maxLength: 9 }",
    "/components/securitySchemes/basic": "basic: { type: basic }",
    "/servers/0/url": "host: api.example.com",
  };
  for (const [pointer, want] of Object.entries(cases)) t.equal(textAt(pointer), want, pointer);
});

t.test("a change between two Swagger documents is reported at its line", async (t) => {
  const text = readFileSync(path, "utf8");
  const [before, after] = await Promise.all([
    readFiles({ "a.yaml": text }),
    readFiles({ "b.yaml": text.replace("maxLength: 9", "maxLength: 8") }),
  ]);
  t.match(compare(before, after).findings, [
    { verdict: "breaking", rule: "max-length", head: { source: { file: "b.yaml" } } },
  ]);
});

t.test(
  "parts in other files that are not schemas, and other versions of Swagger, are rejected",
  async (t) => {
    const head = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n";
    const elsewhere = `${head}paths:\n  /a:\n    get:\n      responses:\n        200: {$ref: 'b.yaml#/r'}\n`;
    await t.rejects(readFiles({ "a.yaml": elsewhere, "b.yaml": "r: {description: R}\n" }), {
      name: "DocumentError",
      message: /leads to another file/,
      place: { file: "a.yaml", line: 7 },
    });
    const schema = `${head}paths: {}\ndefinitions: {A: {$ref: 'b.yaml#/definitions/B'}}\n`;
    const { root } = await readFiles({ "a.yaml": schema, "b.yaml": "definitions: {B: {type: string}}\n" });
    t.match(root["components"], { schemas: { A: { type: "string" } } });
    await t.rejects(readFiles({ "a.yaml": head.replace("2.0", "1.2") }), {
      message: /^this is Swagger "1.2"/,
    });
    for (const broken of [
      "paths: 1",
      "paths: {/a: {get: {parameters: 7}}}",
      "definitions: []",
      "securityDefinitions: {a: 3}",
    ])
      await readFiles({ "a.yaml": `${head}${broken}\n` }).catch((error: unknown) =>
        t.equal((error as Error).name, "DocumentError", `${broken}: ${String(error)}`),
      );
  },
);
