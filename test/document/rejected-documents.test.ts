import t from "tap";
import { rejectionOf } from "../support/read-files.ts";

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";

t.test("an invalid document is rejected with its location and a fix", async (t) => {
  const schema = (text: string): string => `${head}components:\n  schemas:\n${text}`;
  const bomb = Array.from(
    { length: 9 },
    (_, i) => `x-${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`,
  );
  const ladder = Array.from(
    { length: 60 },
    (_, i) => `x-${i + 1}: &a${i + 1} ${"[".repeat(99)}*a${i}${"]".repeat(99)}`,
  );
  const cases: { name: string; files: Record<string, string>; want: RegExp }[] = [
    { name: "an empty file", files: { "a.yaml": " \n" }, want: /^a.yaml:1:1: the file is empty \|/ },
    {
      name: "only a comment",
      files: { "a.yaml": "# hi\n" },
      want: /^a.yaml:\d+:\d+: .*(empty|not an object)/,
    },
    { name: "a list", files: { "a.yaml": "- 1" }, want: /^a.yaml:1:1: .*not an object \|/ },
    { name: "something else", files: { "a.yaml": "a: 1" }, want: /^a.yaml:1:1: .*has no openapi field \|/ },
    {
      name: "Swagger 1.2",
      files: { "a.yaml": "x: 1\nswagger: '1.2'" },
      want: /^a.yaml:2:1: this is Swagger "1.2".*\| .*convert/,
    },
    {
      name: "AsyncAPI",
      files: { "a.json": '{"asyncapi":"3.0.0"}' },
      want: /^a.json:1:2: this is AsyncAPI "3.0.0"/,
    },
    {
      name: "an Overlay",
      files: { "a.yaml": "overlay: 1.0.0\nextends: b.yaml" },
      want: /^a.yaml:1:1: this is Overlay "1.0.0".*\| name the document that it changes, and this one by --overlay/,
    },
    {
      name: "a number for a version",
      files: { "a.yaml": "openapi: 3.1" },
      want: /^a.yaml:1:1: openapi is 3.1;.*whole version/,
    },
    {
      name: "a future version",
      files: { "a.yaml": "openapi: 4.0.0" },
      want: /openapi is "4.0.0"; read are/,
    },
    {
      name: "a tab",
      files: { "a.yaml": "openapi: 3.1.0\ninfo:\n\ttitle: t" },
      want: /^a.yaml:3:1: .*[Tt]abs.*indent with spaces/,
    },
    { name: "an open bracket", files: { "a.yaml": "a: [1" }, want: /^a.yaml:1:6: not valid YAML/ },
    {
      name: "a bracket that the next line does not close",
      files: { "a.yaml": "a: {\n  b: [1, 2\nc: 3\n" },
      want: /^a.yaml:3:1: not valid YAML.*\| write the missing \] before this/,
    },
    {
      name: "neighbours in different columns",
      files: { "a.yaml": "a:\n  b: 1\n c: 2\n" },
      want: /^a.yaml:3:1: not valid YAML.*\| line the entry up/,
    },
    {
      name: "a merge of a string",
      files: { "a.yaml": "a: &a b\nc: {<<: *a}" },
      want: /^a.yaml:2:5: a merge key/,
    },
    { name: "a merge of numbers", files: { "a.yaml": "c: {<<: [1]}" }, want: /^a.yaml:1:5: a merge key/ },
    {
      name: "two documents",
      files: { "a.yaml": "a: 1\n---\nb: 2" },
      want: /^a.yaml:2:1: not valid YAML.*keep one document/,
    },
    {
      name: "a duplicate key in YAML",
      files: { "a.yaml": "a: 1\nb: 2\na: 3" },
      want: /^a.yaml:3:1: the key "a" occurs twice/,
    },
    {
      name: "a duplicate key in JSON",
      files: { "a.json": '{"b":[{"a":1,\n"\\u0061":2}]}' },
      want: /^a.json:2:1: the name "a" occurs twice/,
    },
    { name: "a list for a key", files: { "a.yaml": "[a]: 1" }, want: /^a.yaml:1:1: this key is not text/ },
    { name: "infinity", files: { "a.yaml": "a: .inf" }, want: /^a.yaml:1:4: .inf has no counterpart/ },
    {
      name: "an alias without an anchor",
      files: { "a.yaml": "a: *b" },
      want: /^a.yaml:1:4: the alias \*b has no anchor/,
    },
    {
      name: "an alias bomb",
      files: { "a.yaml": `x-0: &a0 [1]\n${bomb.join("\n")}` },
      want: /^a.yaml:\d+:\d+: .*expand to too many nodes/,
    },
    {
      name: "nested aliases",
      files: { "a.yaml": `x-0: &a0 [1]\n${ladder.join("\n")}` },
      want: /^a.yaml:7:109: .*levels deep/,
    },
    {
      name: "bad JSON",
      files: { "a.json": '{"a": 1,}' },
      want: /^a.json:1:9: not readable as JSON: expected a name in double quotes, got "}"/,
    },
    {
      name: "truncated JSON",
      files: { "a.json": '{"a":\n [1, 2' },
      want: /^a.json:2:7: .*expected "," or "]", got the end of the file/,
    },
    {
      name: "an invalid JSON string",
      files: { "a.json": '{"a": "\\x"}' },
      want: /^a.json:1:7: .*expected a value/,
    },
    {
      name: "text after JSON",
      files: { "a.json": "{} {}" },
      want: /^a.json:1:4: .*expected the end of the file/,
    },
    {
      name: "deep JSON",
      files: { "a.json": "[".repeat(9000) + "]".repeat(9000) },
      want: /^a.json:1:501: .*levels deep/,
    },
    { name: "deep YAML", files: { "a.yaml": `a: ${"[".repeat(3000)}` }, want: /^a.yaml/ },
    {
      name: "null instead of an object",
      files: { "a.yaml": `${head}paths:\n  /a:\n    get:\n` },
      want: /^a.yaml:5:5: \/paths\/~1a\/get has to be an object, it is null/,
    },
    {
      name: "a list of parameters that is not a list",
      files: { "a.yaml": `${head}paths: {/a: {parameters: {}}}` },
      want: /has to be a list, it is an object/,
    },
    {
      name: "a parameter without a name",
      files: { "a.yaml": `${head}components: {parameters: {A: {in: query}}}` },
      want: /^a.yaml:3:27: .*has no text "name"/,
    },
    {
      name: "an unresolvable reference",
      files: { "a.yaml": schema("    A: {$ref: '#/components/schemas/Pol'}\n    Pool: {}\n") },
      want: /^a.yaml:5:9: \$ref "#\/components\/schemas\/Pol" names nothing.*\| write "#\/components\/schemas\/Pool"/,
    },
    {
      name: "a missing section",
      files: { "a.yaml": schema("    A: {$ref: '#/definitions/B'}\n") },
      want: /the document has no "definitions"; it has openapi, info, components/,
    },
    {
      name: "a reference to itself",
      files: { "a.yaml": schema("    A: {$ref: '#/components/schemas/A'}\n") },
      want: /^a.yaml:5:9: .*is circular/,
    },
    {
      name: "references in a cycle",
      files: {
        "a.yaml": schema(
          "    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n",
        ),
      },
      want: /is circular/,
    },
    {
      name: "a long string instead of a schema, which is not quoted",
      files: { "a.yaml": schema("    A: {$ref: './b.txt'}\n"), "b.txt": "password" },
      want: /^b.txt:1:1: \/components\/schemas\/A has to be a schema.*, it is a string \|/,
    },
    {
      name: "a URL",
      files: { "a.yaml": schema("    A: {$ref: 'https://example.com/a.yaml'}\n") },
      want: /^a.yaml:5:9: .*it is not a file \| save it/,
    },
    {
      name: "a missing second file",
      files: { "a.yaml": schema("    A: {$ref: './b.yaml#/B'}\n") },
      want: /^a.yaml:5:9: \$ref ".\/b.yaml": b.yaml cannot be read/,
    },
    {
      name: "an unresolvable reference to a second file",
      files: { "a.yaml": schema("    A: {$ref: './b.yaml#/Bar'}\n"), "b.yaml": "Baz: {}" },
      want: /^a.yaml:5:9: .*names nothing in b.yaml \| write "#\/Baz"/,
    },
    {
      name: "a broken second file",
      files: { "a.yaml": schema("    A: {$ref: './b.yaml#/Bar'}\n"), "b.yaml": "a: [" },
      want: /^b.yaml:1:5: not valid YAML/,
    },
  ];
  for (const { name, files, want } of cases) {
    t.match(await rejectionOf(files), want, name);
  }
});

t.test("an invalid type is rejected with its line", async (t) => {
  const cases = [
    { given: "int", want: 'is "int", which is not a JSON Schema type | write integer' },
    { given: "Bool", want: 'is "Bool", which is not a JSON Schema type | write boolean' },
    { given: "sting", want: 'is "sting", which is not a JSON Schema type | write string' },
    { given: "any", want: 'is "any", which is not a JSON Schema type | leave type out' },
    {
      given: "constructor",
      want: 'is "constructor", which is not a JSON Schema type | write one of array, ',
    },
    { given: "[]", want: "is an empty list" },
    { given: "{}", want: "is not a string | write one of" },
    { given: "[string, null]", want: 'is null, not the text | write "null" in quotation marks' },
    { given: "[string, string]", want: 'names "string" twice' },
    { given: "x".repeat(21), want: "is a long text, which" },
  ];
  for (const { given, want } of cases) {
    const text = `${head}components:\n  schemas:\n    A:\n      items: {type: ${given}}\n`;
    t.match(await rejectionOf({ "a.yaml": text }), `a.yaml:6:`, given);
    t.match(await rejectionOf({ "a.yaml": text }), want, given);
  }
  const named = `${head}components:\n  schemas:\n    A: {properties: {type: {enum: [int]}}, examples: [{type: int}]}\n`;
  t.equal(await rejectionOf({ "a.yaml": named }), "accepted", "a property called type, and data");
});

t.test("a status key in the wrong case is rejected with its line", async (t) => {
  for (const [given, want] of [
    ["2xx", "write 2XX"],
    ["5Xx", "write 5XX"],
    ["Default", "write default"],
  ] as const) {
    const text = `${head}paths:\n  /a:\n    get:\n      responses:\n        ${given}: {description: d}\n`;
    t.match(
      await rejectionOf({ "a.yaml": text }),
      new RegExp(`^a.yaml:7:9: "${given}" .*\\| ${want}`),
      given,
    );
  }
  const right = `${head}paths: {/a: {get: {responses: {2XX: {description: d}, default: {description: d}, x-a: {}}}}}`;
  t.equal(await rejectionOf({ "a.yaml": right }), "accepted");
});
