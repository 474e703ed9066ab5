// The lines of a function: a block of one statement becomes the statement, an empty block nothing.
import t from "tap";
import { emit } from "../../../../scripts/contract/generate/code.ts";
import { FunctionCode } from "../../../../scripts/contract/generate/validators/code/function-code.ts";

const cases: readonly { given: string; write: (code: FunctionCode) => void; want: string }[] = [
  {
    given: "a statement under two conditions",
    write: (code) =>
      code.when(emit`a || b`, () => code.when(emit`c`, () => code.lineIf(emit`d || e`, emit`f();`))),
    want: "if ((a || b) && (c && (d || e))) f();\n",
  },
  {
    given: "two statements under a condition",
    write: (code) =>
      code.when(emit`a`, () => {
        code.line(emit`b();`);
        code.line(emit`c();`);
      }),
    want: "if (a) {\n  b();\n  c();\n}\n",
  },
  { given: "nothing under a condition", write: (code) => code.when(emit`a`, () => undefined), want: "" },
  {
    given: "a statement, or another under a condition",
    write: (code) => code.either(emit`a`, emit`b();`, () => code.lineIf(emit`c`, emit`d();`)),
    want: "if (a) b();\nelse if (c) d();\n",
  },
  {
    given: "a statement, or others",
    write: (code) => code.either(emit`a`, emit`b();`, () => code.line(emit`c();`)),
    want: "if (a) b();\nelse {\n  c();\n}\n",
  },
  {
    given: "a statement, or nothing",
    write: (code) => code.either(emit`a`, emit`b();`, () => undefined),
    want: "if (a) b();\n",
  },
  {
    given: "an either under a condition",
    write: (code) =>
      code.when(emit`z`, () => code.either(emit`a`, emit`b();`, () => code.lineIf(emit`c`, emit`d();`))),
    want: "if (z) {\n  if (a) b();\n  else if (c) d();\n}\n",
  },
];

for (const { given, write, want } of cases) {
  t.test(given, (t) => {
    const code = new FunctionCode(0);
    write(code);
    t.equal(code.print(), want);
    t.end();
  });
}
