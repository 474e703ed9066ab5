// Identifiers of parts of documents (`$id`, `$self`, anchors, URLs), and references that use them.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { readFiles, rejectionOf } from "../support/read-files.ts";

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";
const schemas = (text: string): string => `${head}components:\n  schemas:\n${text}`;

/** Returns the `$ref` at a pointer after bundling. */
async function refIn(files: Readonly<Record<string, string>>, pointer: string): Promise<Json | undefined> {
  return resolvePointer((await readFiles(files)).root, `${pointer}/$ref`);
}

t.test("references below an $id are relative to it", async (t) => {
  const pet =
    "    Pet: {$id: 'https://example.com/schemas/pet', properties: {f: {$ref: REF}}, $defs: {D: {}}}\n";
  const food = "    Food: {$id: 'https://example.com/schemas/food', $defs: {G: {$anchor: g}}}\n";
  const cases = [
    { ref: "food", want: "#/components/schemas/Food" },
    { ref: "/schemas/food", want: "#/components/schemas/Food" },
    { ref: "https://EXAMPLE.com:443/schemas/x/../food", want: "#/components/schemas/Food" },
    { ref: "'food#/$defs/G'", want: "#/components/schemas/Food/$defs/G" },
    { ref: "'food#g'", want: "#/components/schemas/Food/$defs/G" },
    { ref: "'#/$defs/D'", want: "#/components/schemas/Pet/$defs/D" },
    { ref: "'#'", want: "#/components/schemas/Pet" },
    // Taken literally, this matches nothing in Pet; authors who write it mean the document.
    { ref: "'#/components/schemas/Food'", want: "#/components/schemas/Food" },
  ];
  for (const { ref, want } of cases) {
    const files = { "a.yaml": schemas(pet.replace("REF", ref) + food) };
    t.equal(await refIn(files, "/components/schemas/Pet/properties/f"), want, ref);
  }
  const { root } = await readFiles({ "a.yaml": schemas(pet.replace("REF", "food") + food) });
  t.notMatch(JSON.stringify(root), /\$id|\$anchor/, "no name is left to give the pointers another base");
});

t.test("an $id that nothing else has is looked for beside the file", async (t) => {
  const files = {
    "a.yaml": schemas("    A: {$ref: models/pet.json}\n"),
    "models/pet.json": '{"$id":"https://example.com/pet.json","properties":{"t":{"$ref":"tag.json"}}}',
    "models/tag.json":
      '{"$id":"https://example.com/tag.json","properties":{"p":{"$ref":"https://example.com/pet.json"}}}',
  };
  t.equal(await refIn(files, "/components/schemas/tag/properties/p"), "#/components/schemas/A");
});

t.test("anchors, including dynamic ones, belong to the resource that contains them", async (t) => {
  const files = {
    "a.yaml": schemas(
      "    A: {$id: 'urn:a', $defs: {N: {$anchor: n}}, items: {$ref: '#n'}}\n    B: {$id: 'urn:b', $defs: {M: {$dynamicAnchor: n}}, items: {$ref: '#n'}}\n    C: {$ref: 'urn:b#n'}\n",
    ),
  };
  t.equal(await refIn(files, "/components/schemas/A/items"), "#/components/schemas/A/$defs/N");
  t.equal(await refIn(files, "/components/schemas/B/items"), "#/components/schemas/B/$defs/M");
  t.equal(await refIn(files, "/components/schemas/C"), "#/components/schemas/B/$defs/M");
});

t.test("identifiers spelled with escapes are found", async (t) => {
  for (const [anchor, id] of [
    ["$anchor", "$id"],
    ["\\u0024anchor", "\\x24id"],
    ["$anch\\u006fr", "$i\\x64"],
    ["$a\\U0000006echor", "$\\u0069d"],
  ]) {
    const files = {
      "a.yaml": schemas(
        `    A: { "${anchor}": a }\n    B: { "${id}": "https://a.example/b" }\n    C: { $ref: "#a" }\n    D: { $ref: "https://a.example/b" }\n`,
      ),
    };
    t.equal(await refIn(files, "/components/schemas/C"), "#/components/schemas/A", `${anchor}`);
    t.equal(await refIn(files, "/components/schemas/D"), "#/components/schemas/B", `${id}`);
  }
});

t.test("an $id in data, or a property named $id, identifies nothing", async (t) => {
  const text = schemas(
    "    A: {examples: [{$id: x}], enum: [{$id: x}], properties: {$id: {const: x}}}\n    B: {$ref: x}\n",
  );
  t.match(await rejectionOf({ "a.yaml": text }), /^a.yaml:6:9: \$ref "x": x cannot be read/);
});

t.test("$self of 3.2 is the base URI of the document, and of the files beside it", async (t) => {
  const self = "https://api.example.com/specs/openapi.yaml";
  const files = {
    "docs/a.yaml": `openapi: 3.2.0\n$self: ${self}\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n    A: {$ref: '${self}#/components/schemas/B'}\n    B: {type: string}\n    C: {$ref: 'parts.yaml#/D'}\n    E: {$ref: 'https://api.example.com/specs/sub/more.yaml'}\n`,
    "docs/parts.yaml": "D: {items: {$ref: 'openapi.yaml#/components/schemas/B'}}\n",
    "docs/sub/more.yaml": "items: {$ref: '../parts.yaml#/D'}\n",
  };
  t.equal(await refIn(files, "/components/schemas/A"), "#/components/schemas/B");
  t.equal(await refIn(files, "/components/schemas/C/items"), "#/components/schemas/B");
  t.equal(await refIn(files, "/components/schemas/E/items"), "#/components/schemas/C");
});

t.test("a document is one file under every path and URI that names it", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "own-address-"));
  await mkdir(join(directory, "sub"));
  const path = join(directory, "a b.yaml");
  const refs = [path, pathToFileURL(path).href, "sub/../a%20b.yaml", "./a b.yaml", "sub/c.yaml"];
  const lines = refs.map((ref, index) => `    R${index}: {items: {$ref: '${ref}#/components/schemas/X'}}\n`);
  await writeFile(path, schemas(`    X: {type: string}\n${lines.join("")}`));
  await writeFile(
    join(directory, "sub/c.yaml"),
    "components: {schemas: {X: {$ref: '../a b.yaml#/components/schemas/X'}}}",
  );
  const { root } = await readDocument("a b.yaml", { directory });
  for (const [index, ref] of refs.slice(0, 4).entries()) {
    t.equal(resolvePointer(root, `/components/schemas/R${index}/items/$ref`), "#/components/schemas/X", ref);
  }
  t.same(
    Object.keys(resolvePointer(root, "/components/schemas") as object).length,
    7,
    "X is there twice: as itself, and by c.yaml",
  );
});

t.test("a security requirement of 3.2 may name its scheme by a URI", async (t) => {
  const files = {
    "a.yaml": `openapi: 3.2.0\ninfo: {title: t, version: '1'}\nsecurity: [{'#/components/securitySchemes/key': []}, {'b.yaml#/token': [x]}, {'a/b': []}]\ncomponents:\n  securitySchemes:\n    key: {type: apiKey, in: header, name: k}\n    a/b: {type: http, scheme: basic}\n`,
    "b.yaml": "token: {type: http, scheme: bearer}\n",
  };
  const { root } = await readFiles(files);
  t.same(root["security"], [{ key: [] }, { token: ["x"] }, { "a/b": [] }]);
  t.same(resolvePointer(root, "/components/securitySchemes/token"), { type: "http", scheme: "bearer" });
});

t.test("operationRef becomes a pointer if the operation is loaded anyway", async (t) => {
  const link = (ref: string): string =>
    `${head}paths:\n  /a:\n    get:\n      responses:\n        '200': {description: d, links: {l: {operationRef: '${ref}'}}}\n  /b: {$ref: b.yaml}\n`;
  const cases = [
    { ref: "b.yaml#/get", want: "#/paths/~1b/get" },
    { ref: "a.yaml#/paths/~1a/get", want: "#/paths/~1a/get" },
    { ref: "https://example.com/c.yaml#/paths/~1a/get", want: "https://example.com/c.yaml#/paths/~1a/get" },
    { ref: "#/paths/%zz", want: "#/paths/%zz" },
  ];
  for (const { ref, want } of cases) {
    const { root } = await readFiles({ "a.yaml": link(ref), "b.yaml": "get: {responses: {}}" });
    t.equal(resolvePointer(root, "/paths/~1a/get/responses/200/links/l/operationRef"), want, ref);
  }
});

t.test("an unread component at a URL is reported only if something references it", async (t) => {
  const scheme = "components: {securitySchemes: {s: {$ref: 'https://example.com/a.json'}}}\n";
  t.equal(await rejectionOf({ "a.yaml": head + scheme }), "accepted");
  const used = /^a.yaml:\d+:\d+: .*https:\/\/example.com\/a.json is not read/;
  t.match(await rejectionOf({ "a.yaml": `${head}security: [{s: []}]\n${scheme}` }), used);
  t.match(
    await rejectionOf({ "a.yaml": `${head}paths: {/a: {get: {security: [{s: []}]}}}\n${scheme}` }),
    used,
  );
  const response = "components: {responses: {r: {$ref: 'https://example.com/a.json'}}}\n";
  const refers = "paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/r'}}}}}\n";
  t.match(await rejectionOf({ "a.yaml": head + refers + response }), used);
});
