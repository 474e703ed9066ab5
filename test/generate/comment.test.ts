// Text of the document stays inside its comment.
import t from "tap";
import { docComment } from "../../scripts/contract/generate/comment.ts";

t.test("a comment contains its text and ends where it should", (t) => {
  const cases = [
    { given: ["One line."], want: "/** One line. */\n" },
    { given: [undefined, "  "], want: "" },
    { given: ["One.", undefined, "Two."], want: "/**\n * One.\n *\n * Two.\n */\n" },
    { given: ["a */ b */"], want: "/** a *\\/ b *\\/ */\n" },
    { given: ["a\r\nb\u2028c\rd"], want: "/**\n * a\n * b\n * c\n * d\n */\n" },
    { given: ["`x` ${y}"], want: "/** `x` ${y} */\n" },
  ];
  for (const { given, want } of cases) t.equal(docComment(given), want);
  t.end();
});
