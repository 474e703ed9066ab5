// References to other modules in a module's text, and text that only looks like them.
import t from "tap";
import { type Code, emit } from "../../scripts/contract/generate/code.ts";
import { exampleOf, passedExports } from "../../scripts/contract/sdk/module-statements.ts";
import {
  exportedTypes,
  importedNames,
  specifiersOf,
  withExtension,
} from "../../scripts/contract/sdk/module-syntax.ts";

const source: Code = emit`import { type A, b as c } from "./one.ts";
import type { D } from "./two.ts";
export { e, type F } from "./three.ts";
/** As in: import { x } from "./comment.ts"; */
export interface G { h: import("./four.ts").H }
type Own = G;
const text = 'import { y } from "./text.ts"';
export const lazy = () => import("package");
/**
 * Does it.
 *
 * @example it("*") // import "./example.ts"
 */
export function it(value: Own): void {}
`;

t.test("only module specifiers are found, not those in comments and strings", (t) => {
  t.same(specifiersOf(source), ["./one.ts", "./two.ts", "./three.ts", "./four.ts", "package"]);
  const changed = withExtension(source, "cjs");
  t.same(specifiersOf(changed), ["./one.cjs", "./two.cjs", "./three.cjs", "./four.cjs", "package"]);
  t.equal(changed.replaceAll(".cjs", ".ts"), source);
  t.end();
});

t.test("imports at the head of a long generated module are found without its code being parsed", (t) => {
  const head = emit`// Generated.\n\nimport { a } from "./one.ts";\nimport type {\n  B,\n} from "./two.ts"\n`;
  const unreadable = "}".repeat(200_000) as Code;
  t.same(specifiersOf(emit`${head}${unreadable}`), ["./one.ts", "./two.ts"]);
  t.same(specifiersOf(unreadable), []);
  t.equal(
    withExtension(emit`${head}${unreadable}`, "js"),
    emit`${head}${unreadable}`.replaceAll(".ts", ".js"),
  );
  t.end();
});

t.test("values are distinguished from types", (t) => {
  t.same(importedNames(source, "./one.ts"), ["b"]);
  t.same(importedNames(source, "./two.ts"), []);
  t.same(exportedTypes(source), ["G"]);
  t.same(passedExports(source), [
    { statement: 'export { e, type F } from "./three.ts";\n', from: "./three.ts", names: ["e", "F"] },
  ]);
  t.end();
});

t.test("the example of a function is found from its tag to the end of the comment", (t) => {
  const found = exampleOf(source, "it");
  t.equal(source.slice(found?.start, found?.end), '@example it("*") // import "./example.ts"\n */');
  t.equal(exampleOf(source, "lazy"), undefined);
  t.end();
});
