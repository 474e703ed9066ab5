// Generated code is moved in by its blocks, and its lines keep their text.
import t from "tap";
import { emit } from "../../scripts/contract/generate/code.ts";
import { indentBlocks } from "../../scripts/contract/generate/indent.ts";

t.test("a line is moved in by the blocks it is inside of", (t) => {
  const given = emit`if (a) {\nf("} {");\n\n}\nelse {\ng([\n1,\n]);\n}`;
  t.equal(indentBlocks(given), 'if (a) {\n  f("} {");\n}\nelse {\n  g([\n    1,\n  ]);\n}');
  t.equal(indentBlocks(emit`a;\nb;`, 1), "  a;\n  b;");
  t.end();
});
