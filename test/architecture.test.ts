// Enforces the dependency table of the design, and the rules that keep modules small and easy to find.
import t from "tap";
import ts from "typescript";
import { borders } from "./support/dependency-table.ts";
import {
  countCodeLines,
  cycles,
  importsOf,
  parseSource,
  locationOf,
  type ProjectImport,
  sourcesIn,
  visitAll,
} from "./support/project-sources.ts";

const sources = ["generated", "server", "client", "scripts"].flatMap(sourcesIn);
const handWritten = [...sources.filter(({ path }) => !path.startsWith("generated/")), ...sourcesIn("test")];

/** Returns the imports that the table does not allow. */
function violations(imports: readonly ProjectImport[]): string[] {
  return imports.flatMap(({ path, target, typeOnly }) => {
    const border = borders.find(({ from }) => from.test(path));
    if (border === undefined) return [];
    const allowed = typeOnly ? [...border.allowed, ...(border.types ?? [])] : border.allowed;
    return allowed.some((pattern) => pattern.test(target))
      ? []
      : [`${path} imports ${target}${typeOnly ? " (types)" : ""}`];
  });
}

t.test("nothing imports what the dependency table does not allow", (t) => {
  t.same(violations(sources.flatMap(importsOf)), []);
  t.end();
});

t.test("every folder has a row in the dependency table", (t) => {
  const without = sources.filter(({ path }) => !borders.some(({ from }) => from.test(path)));
  t.same(
    without.map(({ path }) => path),
    [],
  );
  t.end();
});

t.test("the dependency table detects every kind of forbidden import", (t) => {
  const cases = [
    { path: "server/a.ts", text: 'import { x } from "../client/pages/page.ts";', want: 1 },
    { path: "server/a.ts", text: 'import type { X } from "../scripts/contract/lint/rule.ts";', want: 1 },
    {
      path: "server/a.ts",
      text: 'import fastify from "fastify"; import "node:fs"; import "../generated/types.ts";',
      want: 0,
    },
    { path: "client/a.ts", text: 'import { join } from "node:path";', want: 1 },
    { path: "client/testing/a.ts", text: 'import { join } from "node:path";', want: 1 },
    { path: "client/node/a.ts", text: 'import { Readable } from "node:stream";', want: 0 },
    { path: "client/a.ts", text: 'const m = await import("../server/http/app.ts");', want: 1 },
    { path: "client/a.ts", text: 'export { y } from "../scripts/contract/cli.ts";', want: 1 },
    { path: "client/a.ts", text: 'import createClient from "openapi-fetch";', want: 0 },
    {
      path: "scripts/contract/lint/a.ts",
      text: 'type T = import("../../../generated/types.ts").T;',
      want: 1,
    },
    { path: "scripts/contract/document/a.ts", text: 'import { x } from "../lint/rule.ts";', want: 1 },
    { path: "scripts/project/bench/a.ts", text: 'import { x } from "../../server/app.ts";', want: 0 },
    { path: "generated/resources.ts", text: 'import type { Page } from "../client/pages/page.ts";', want: 0 },
    {
      path: "generated/resources.ts",
      text: 'import { type A, type B } from "../client/pages/page.ts";',
      want: 0,
    },
    { path: "generated/resources.ts", text: 'import { Page } from "../client/pages/page.ts";', want: 1 },
    {
      path: "generated/resources/pets.js",
      text: 'import { invoke } from "../../client/invoke.ts";',
      want: 0,
    },
    { path: "generated/connect.ts", text: 'import { operations } from "./operations.ts";', want: 1 },
    { path: "server/a.ts", text: 'import { TwilioClient } from "../generated/index.ts";', want: 1 },
    {
      path: "generated/operations.ts",
      text: 'import type { Page } from "../client/pages/page.ts";',
      want: 1,
    },
  ];
  for (const { path, text, want } of cases) {
    t.equal(violations(importsOf(parseSource(path, text))).length, want, `${path}: ${text}`);
  }
  t.end();
});

t.test("no import is circular, type imports aside", (t) => {
  t.same(cycles([...sources, ...sourcesIn("test")].flatMap(importsOf)), []);
  const cases = [
    { a: 'import { b } from "./b.ts";', b: 'import { a } from "./a.ts";', want: 1 },
    { a: 'export { b } from "./b.ts";', b: 'import "./c.ts"; import "./a.ts";', want: 1 },
    { a: 'import { b } from "./b.ts";', b: 'import type { a } from "./a.ts";', want: 0 },
    { a: 'import { b } from "./b.ts";', b: 'import { type A } from "./a.ts";', want: 0 },
    { a: 'import { b } from "./b.ts";', b: 'const a = await import("./a.ts");', want: 0 },
    { a: 'import "./b.ts"; import "./c.ts";', b: 'import "./c.ts";', want: 0 },
  ];
  for (const { a, b, want } of cases) {
    const imports = [parseSource("server/a.ts", a), parseSource("server/b.ts", b)].flatMap(importsOf);
    t.equal(cycles(imports).length, want, `${a} ${b}`);
  }
  t.end();
});

t.test("no hand-written file has more than 250 lines of code", (t) => {
  const long = handWritten.filter((source) => countCodeLines(source) > 250);
  t.equal(long.map((source) => `${source.path} ${countCodeLines(source)}`).join(", "), "");
  t.equal(
    countCodeLines(parseSource("a.ts", "// one\n\n/** two */\nconst a = `\n\n`; // three\n/* four\n*/ a;\n")),
    4,
  );
  t.end();
});

t.test("exports are named individually", (t) => {
  const found: string[] = [];
  for (const { tree } of handWritten) {
    visitAll(tree, (node) => {
      if (ts.isExportAssignment(node)) found.push(`${locationOf(node)} has a default export`);
      if (ts.isExportDeclaration(node) && node.exportClause === undefined)
        found.push(`${locationOf(node)} exports *`);
      if (node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent)) {
        found.push(`${locationOf(node)} has a default export`);
      }
    });
  }
  t.same(found, []);
  t.end();
});

t.test("every hand-written file begins with a comment", (t) => {
  const silent = handWritten
    .filter(({ path }) => /^(server|client|scripts)\//.test(path))
    .filter(({ tree }) => !/^(#!.*\n)?(\/\/ ?\S|\/\*\*)/.test(tree.text));
  t.same(
    silent.map(({ path }) => path),
    [],
  );
  t.end();
});

/**
 * Returns comparisons of elapsed time other than lower bounds, which hold on a busy machine; all others
 * depend on the machine.
 */
function wallClockUses({ tree }: ReturnType<typeof parseSource>): string[] {
  const found: string[] = [];
  const isClock = (node: ts.Node): boolean =>
    ts.isCallExpression(node) &&
    /^(performance\.now|Date\.now|process\.hrtime.*)$/.test(node.expression.getText());
  const lowerBounds = [ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken];
  visitAll(tree, (node) => {
    if (!ts.isBinaryExpression(node)) return;
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.LessThanToken || operator === ts.SyntaxKind.LessThanEqualsToken) {
      if (isClock(node.left)) found.push(locationOf(node));
    }
    if (operator !== ts.SyntaxKind.MinusToken || !isClock(node.left)) return;
    const { parent } = node;
    const isLowerBound =
      ts.isBinaryExpression(parent) &&
      lowerBounds.some((kind) => kind === parent.operatorToken.kind) &&
      parent.left === node;
    if (!isLowerBound) found.push(locationOf(node));
  });
  return found;
}

/** Returns true if a test file contains a test: by `t.test`, or by a suite that receives `t`. */
function hasTest({ tree }: ReturnType<typeof parseSource>): boolean {
  let found = false;
  visitAll(tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const isSuite = /^[a-z]\w*Suite$/.test(node.expression.getText());
    found ||= node.expression.getText() === "t.test" || isSuite;
  });
  return found;
}

const testFiles = handWritten.filter(({ path }) => path.endsWith(".test.ts"));

t.test("no test has an upper bound of elapsed time", (t) => {
  t.same(testFiles.flatMap(wallClockUses), []);
  const cases = [
    { text: "t.ok(performance.now() - from < 1000);", want: 1 },
    { text: "const took = Date.now() - from; t.ok(took < 5);", want: 1 },
    { text: "t.ok(performance.now() < 10_000);", want: 1 },
    { text: "t.ok(process.hrtime.bigint() - from < 5n);", want: 1 },
    { text: "t.ok(performance.now() - from > 900);", want: 0 },
    { text: "const seed = Date.now() % 1000; const before = process.cpuUsage();", want: 0 },
  ];
  for (const { text, want } of cases)
    t.equal(wallClockUses(parseSource("test/a.test.ts", text)).length, want, text);
  t.end();
});

t.test("each test file contains a test", (t) => {
  t.same(
    testFiles.filter((file) => !hasTest(file)).map(({ path }) => path),
    [],
  );
  const cases = [
    { text: 'import t from "tap"; t.setTimeout(9);', want: false },
    { text: 'import t from "tap"; // t.test("x", () => {});', want: false },
    { text: 't.test("x", (t) => t.end());', want: true },
    { text: "storeSuite(t, open);", want: true },
  ];
  for (const { text, want } of cases) t.equal(hasTest(parseSource("test/a.test.ts", text)), want, text);
  t.end();
});
