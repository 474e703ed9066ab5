// Comments wrap at 110 columns, like the code that prettier wraps, and exported types have one.
import t from "tap";
import ts from "typescript";
import { parseSource, type ProjectSource, sourcesIn } from "./support/project-sources.ts";

const width = 110;

/** One line by nature: a directive with its reason, a type, an example, an address. */
const isWhole =
  /eslint-disable|@(type|example|typedef)|https?:\/\/|\*\/\\n|^\s*\*\s+(const|for|await|import|state)\b/;

/** Whether a line begins a comment or goes on with one; emitted comments count, too. */
const isComment = /^\s*(\/\/|\/\*\*|\*\s)/;

for (const folder of ["server", "client", "scripts", "test"]) {
  t.test(`comments in ${folder}/ wrap at ${width} columns`, (t) => {
    const long = sourcesIn(folder).flatMap(({ path, tree }) =>
      tree.text
        .split("\n")
        .flatMap((line, index) =>
          isComment.test(line) && !isWhole.test(line) && Array.from(line).length > width
            ? [`${path}:${index + 1}`]
            : [],
        ),
    );
    t.same(long, []);
    t.end();
  });
}

/** `path: name` of each exported type and class without a doc comment. */
function undocumented({ path, tree }: ProjectSource): string[] {
  return tree.statements.flatMap((node) => {
    const isType =
      ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
    if (!isType || !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const isDocumented = ts.getJSDocCommentsAndTags(node).length > 0;
    return isDocumented ? [] : [`${path}: ${node.name?.text ?? "default"}`];
  });
}

for (const folder of ["server", "client", "scripts/contract"]) {
  t.test(`every exported type and class in ${folder}/ has a doc comment`, (t) => {
    t.same(sourcesIn(folder).flatMap(undocumented), []);
    t.end();
  });
}

t.test("an exported type without a doc comment is found", (t) => {
  const text = "/** One. */\nexport interface A {}\nexport type B = 1;\nclass C {}\nexport class D {}";
  t.same(undocumented(parseSource("x.ts", text)), ["x.ts: B", "x.ts: D"]);
  t.end();
});
