// Additions to a document are reported by name in every format, and require a version bump.
import { join } from "node:path";
import t, { type Test } from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { documentOf } from "./in-memory-document.ts";

const base = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /things:
    post:
      operationId: createThing
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { kind: { enum: [a] } } }
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
`;

/** One text edit each, and the name it must be reported under. */
const additions: readonly { readonly edit: readonly [string, string]; readonly told: string }[] = [
  {
    edit: ["paths:\n", "paths:\n  /more:\n    get: { operationId: listMore, responses: {} }\n"],
    told: "listMore",
  },
  {
    edit: [
      "      requestBody:",
      "      parameters: [{ name: limit, in: query, schema: { type: integer } }]\n      requestBody:",
    ],
    told: "query/limit",
  },
  { edit: ["kind: { enum: [a] }", "kind: { enum: [a] }, size: { type: integer }"], told: "body/size" },
  { edit: ["enum: [a]", "enum: [a, b]"], told: "+b" },
  { edit: ["id: { type: string }", "id: { type: string }, at: { type: string }"], told: "200/body/at" },
  { edit: ["      responses:\n", '      responses:\n        "202": { description: Later. }\n'], told: "202" },
  {
    edit: [
      "          description: Done.\n",
      "          description: Done.\n          headers: { ETag: { schema: { type: string } } }\n",
    ],
    told: "200/header/etag",
  },
];

async function run(t: Test, head: string, ...argv: string[]) {
  const cwd = t.testdir({ "base.yaml": base, "head.yaml": head });
  const printed: string[] = [];
  const io = { cwd, env: {}, out: (text: string) => void printed.push(text), err: () => undefined };
  const code = await runCommandLine([...argv.map((word) => word.replace("@", `${cwd}/`))], io);
  return { code, out: printed.join("\n") };
}

for (const { edit, told } of additions) {
  t.test(`${told} is reported by name`, async (t) => {
    const head = base.replace(...edit);
    t.not(head, base);
    for (const format of ["text", "markdown", "json", "html", "github", "sarif"]) {
      const { code, out } = await run(t, head, "diff", "@base.yaml", "@head.yaml", "--format", format);
      t.equal(code, 0, format);
      t.match(out, told, format);
      t.notMatch(out, /no change(?! breaks)/, format);
    }
    t.match((await run(t, head, "diff", "@base.yaml", "@head.yaml", "--proofs")).out, told);
    const changelog = await run(t, head, "diff", "changelog", "@base.yaml", "@head.yaml");
    t.match(changelog, { code: 0, out: /^## 1\.1\.0\n\n### Added\n\n- / });
    t.match(changelog.out.replaceAll("&#", ""), told);
    const version = await run(t, head, "diff", "@base.yaml", "@head.yaml", "--check-version");
    t.match(version, { code: 1, out: /require a minor step\. Fix: make it 1\.1\.0/ });
    t.match(await run(t, head, "diff", "@base.yaml", "@head.yaml", "--fail-on", "notice"), { code: 1 });
  });
}

t.test("moving a definition without changing its meaning is not an addition", async (t) => {
  const moved = base.replace(
    "{ type: object, properties: { kind: { enum: [a] } } }",
    "{ type: object, anyOf: [{ properties: { kind: { enum: [a] } } }] }",
  );
  for (const [before, after] of [
    ["@base.yaml", "@head.yaml"],
    ["@head.yaml", "@base.yaml"],
  ] as const) {
    const { out } = await run(t, moved, "diff", before, after);
    t.notMatch(out, /property|notice/);
  }
});

t.test("a change without a named component is listed in the changelog, too", async (t) => {
  const wider = base.replace("id: { type: string }", "id: { type: string, maxLength: 9 }");
  const { out } = await run(t, wider, "diff", "changelog", "@base.yaml", "@head.yaml");
  t.match(out, /### Compatible\n\n- `createThing`$/);
  const words = base.replace("description: Done.", "description: Well done.");
  t.match((await run(t, words, "diff", "changelog", "@base.yaml", "@head.yaml")).out, /^## 1\.0\.1\n\n/);
  const elsewhere = `${base}components: { schemas: { Unused: { type: string } } }\n`;
  t.match((await run(t, elsewhere, "diff", "changelog", "@base.yaml", "@head.yaml")).out, /\(document\)/);
  t.notMatch(
    (await run(t, elsewhere, "diff", "@base.yaml", "@head.yaml", "--format", "markdown")).out,
    "no change",
  );
});

t.test("names from a document are escaped as markup in the changelog", async (t) => {
  const odd = base.replace("enum: [a]", 'enum: [a, "<img src=x> [a](b) `c` *d*"]').replace("kind:", "kind:");
  const { out } = await run(
    t,
    odd.replace("createThing", '"cre`ate<b>"'),
    "diff",
    "changelog",
    "@base.yaml",
    "@head.yaml",
  );
  t.notMatch(out.replace(/(`+)[^]*?\1/g, ""), /<|\*d\*|\[a\]\(/);
});

t.test("an invalid version is an error with its line", async (t) => {
  const cases = [
    { given: "1.0", want: /head\.yaml:2:\d+: info\.version is a number/ },
    { given: "v2", want: /head\.yaml:2:\d+: info\.version is not a semantic version.*got "v2"/ },
    { given: '"1.0"', want: /fix: write version: 1\.0\.0/ },
    { given: "1.02.3", want: /info\.version is not a semantic version/ },
    { given: "null", want: /info\.version is not a semantic version/ },
  ];
  for (const { given, want } of cases) {
    const cwd = t.testdir({
      "base.yaml": base,
      "head.yaml": base.replace("version: 1.0.0", `version: ${given}`),
    });
    for (const argv of [
      ["diff", "changelog"],
      ["diff", "--check-version"],
    ]) {
      const err: string[] = [];
      const io = { cwd, env: {}, out: () => undefined, err: (text: string) => void err.push(text) };
      const code = await runCommandLine([...argv, join(cwd, "base.yaml"), join(cwd, "head.yaml")], io);
      t.equal(code, 2, given);
      t.match(err.join("\n"), want);
    }
  }
});

t.test("an addition to a component that everything references is reported at eight locations", (t) => {
  const names = ["A", "B", "C", "D", "E"];
  const properties = Object.fromEntries(
    names.flatMap((name) =>
      ["1", "2", "3"].map((at) => [`${name}${at}`, { $ref: `#/components/schemas/${name}` }]),
    ),
  );
  const schemas = (more: JsonObject): JsonObject =>
    Object.fromEntries(
      // Each reference is a separate object, as in a parsed document.
      names.map((name) => [
        name,
        { type: "object", properties: { ...structuredClone(properties), ...(name === "E" ? more : {}) } },
      ]),
    );
  const root = { $ref: "#/components/schemas/A" };
  const { findings } = compare(
    documentOf(root, schemas({})),
    documentOf(root, schemas({ n: { type: "integer" } })),
  );
  const told = findings.filter(({ rule, side }) => rule === "property" && side === "request");
  t.equal(told.length, 8);
  t.end();
});

t.test(
  "additions below conditions, tuples and patterns, and to a constant, are reported by location",
  (t) => {
    const a = { a: { type: "string" } };
    const b = { ...a, b: { type: "string" } };
    const cases: readonly { base: JsonObject; head: JsonObject; rule: string; place: string }[] = [
      { base: { const: "x" }, head: { enum: ["x", "y"] }, rule: "enum", place: "body" },
      {
        base: { if: { required: ["a"] }, then: { properties: a } },
        head: { if: { required: ["a"] }, then: { properties: b } },
        rule: "property",
        place: "body/b",
      },
      {
        base: { if: { required: ["a"] }, else: { properties: a } },
        head: { if: { required: ["a"] }, else: { properties: b } },
        rule: "property",
        place: "body/b",
      },
      {
        base: { dependentSchemas: { a: { properties: a } } },
        head: { dependentSchemas: { a: { properties: b } } },
        rule: "property",
        place: "body/b",
      },
      {
        base: { prefixItems: [{ properties: a }] },
        head: { prefixItems: [{ properties: b }] },
        rule: "property",
        place: "body/0/b",
      },
      {
        base: { patternProperties: { "^x": { properties: a } } },
        head: { patternProperties: { "^x": { properties: b } } },
        rule: "property",
        place: "body/*/b",
      },
    ];
    for (const { base, head, rule, place } of cases) {
      const { findings } = compare(documentOf(base), documentOf(head));
      const told = findings.some(
        (finding) =>
          finding.verdict === "notice" &&
          finding.side === "request" &&
          finding.rule === rule &&
          finding.place === place,
      );
      t.ok(told, JSON.stringify(head));
    }
    t.end();
  },
);

t.test("an optional response header that is not declared any more is a notice", async (t) => {
  const edit = additions.find(({ told }) => told === "200/header/etag")?.edit ?? ["", ""];
  const { out } = await run(t, base.replace(...edit), "diff", "@head.yaml", "@base.yaml");
  t.match(out, /notice .* response +200\/header\/etag +header-removed removed/);
});
