import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

/** Runs `contract lint` in a directory. */
async function lint(cwd: string, ...args: string[]) {
  const printed = { out: "", err: "" };
  const io = {
    out: (text: string) => (printed.out += `${text}\n`),
    err: (text: string) => (printed.err += `${text}\n`),
    cwd,
    env: {},
  };
  return { code: await runCommandLine(["lint", ...args], io), ...printed };
}

const operation = "operationId: a, tags: [a], summary: s, security: [], responses: {'200': {description: d}}";
const clean = `openapi: 3.1.0\npaths: {/a: {get: {${operation}}}}\n`;
const withFormat = (example: string): string =>
  `${clean}webhooks: {w: {post: {operationId: w, summary: s, x-team: t, parameters: [{name: n, in: query, schema: {type: string, maxLength: 9, format: even, examples: [${example}]}}]}}}\n`;

t.test("a document without findings exits with 0 and prints one line to stderr", async (t) => {
  const cwd = t.testdir({ spec: { "openapi.yaml": clean } });
  t.same(await lint(cwd), { code: 0, out: "", err: "spec/openapi.yaml keeps all 21 rules\n" });
  t.same(await lint(cwd, "--skip", "operation-id", "--skip=operation-tag"), {
    code: 0,
    out: "",
    err: "spec/openapi.yaml keeps all 19 rules\n",
  });
});

t.test("findings are printed in source order, followed by the summary", async (t) => {
  const text = `openapi: 3.1.0\npaths:\n  /b: {get: {${operation}, x-b: 1}}\n  /a: {get: {responses: {}, security: []}}\n`;
  const { code, out, err } = await lint(t.testdir({ "a.yaml": text }), "a.yaml");
  t.equal(code, 1);
  t.same(out.split("\n"), [
    "a.yaml:3:105  known-extensions  the extension x-b is not among those allowed",
    "a.yaml:4:8  operation-id  GET /a has no operationId",
    "a.yaml:4:8  operation-tag  GET /a has no tags: give it one",
    "a.yaml:4:8  operation-summary  GET /a has no summary",
    "",
  ]);
  t.equal(err, "a.yaml: 4 findings by 4 rules of 21\n");
});

t.test("operations of `query` and `additionalOperations` are linted like all others", async (t) => {
  const named = (id: string, more = ""): string =>
    `{${operation.replace("operationId: a", `operationId: ${id}`)}${more}}`;
  const document = (search: string, copy: string): string =>
    `openapi: 3.2.0\npaths:\n  /a:\n    query: ${search}\n    additionalOperations:\n      COPY: ${copy}\n`;
  const found = document(named("a", ", x-a: 1"), named("a", ", wrong: 1"));
  const cwd = t.testdir({ "clean.yaml": document(named("a"), named("b")), "found.yaml": found });
  t.match(await lint(cwd, "clean.yaml"), { code: 0, out: "" });
  const { code, out } = await lint(cwd, "found.yaml");
  t.equal(code, 1);
  const columnOf = (line: number, field: string) => found.split("\n")[line - 1]!.indexOf(field) + 1;
  t.same(out.split("\n"), [
    `found.yaml:4:${columnOf(4, "x-a")}  known-extensions  the extension x-a is not among those allowed`,
    `found.yaml:6:${columnOf(6, "operationId")}  operation-id  the operationId a is that of /paths/~1a/query, too`,
    `found.yaml:6:${columnOf(6, "wrong")}  known-fields  wrong is not an OpenAPI field: leave it out, or call it x-…`,
    "",
  ]);
});

t.test("custom formats can be loaded, and extensions allowed", async (t) => {
  const cwd = t.testdir({
    "odd.yaml": withFormat("odd"),
    "even.yaml": withFormat("even"),
    "formats.mjs": "export function even(text) { return text.length % 2 === 0; }",
    "broken.mjs": "export const even = 2;",
  });
  const flags = ["--allow-extension", "x-team", "--format-module", "formats.mjs"];
  t.same((await lint(cwd, "even.yaml", ...flags)).code, 0);
  t.match(
    (await lint(cwd, "odd.yaml", ...flags)).out,
    /valid-examples {2}the example must match format "even"/,
  );
  t.equal(
    (await lint(cwd, "odd.yaml", "--allow-extension=x-team")).code,
    0,
    "a format nobody knows is an annotation",
  );
  t.match((await lint(cwd, "even.yaml")).out, /known-extensions {2}the extension x-team/);
  for (const module of ["broken.mjs", "none.mjs"]) {
    const { code, err } = await lint(cwd, "even.yaml", "--format-module", module);
    t.equal(code, 2);
    t.match(err, /\nfix: /);
  }
});

t.test("skipping an unknown rule is rejected", async (t) => {
  const { code, out, err } = await lint(t.testdir({ "a.yaml": clean }), "a.yaml", "--skip", "operation-ids");
  t.same([code, out], [2, ""]);
  t.match(
    err,
    /^there is no rule "operation-ids" to skip\nexpected one of operation-id, .*\nfix: write --skip operation-id\n$/,
  );
});

t.test("the project's own contract has no findings", async (t) => {
  const { code, out } = await lint(process.cwd(), "spec/openapi.yaml");
  t.same({ code, out }, { code: 0, out: "" });
});
