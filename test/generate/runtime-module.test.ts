// Runtime modules as parts of one file: their imports are resolved, and code that would conflict with other
// modules is rejected.
import t from "tap";
import { emit } from "../../scripts/contract/generate/code.ts";
import { readRuntimeModule } from "../../scripts/contract/generate/runtime-module.ts";
import { runtimeOf, runtimeParts } from "../../scripts/contract/generate/runtime-source.ts";

t.test("a module is parsed into its statements and its imports", (t) => {
  const source = emit`// What it is for.\nimport { a, type B } from "../wire-value.ts";\nimport type { C } from "pkg";\n\n/** D. */\nexport class D {}\nconst text = "\\nimport { x } from 'y';\\nexport const z = 1;";\n`;
  const { imports, exported, local } = readRuntimeModule("boundary/d.ts", source);
  t.same(imports, [
    {
      from: "wire-value.ts",
      names: [
        { name: "a", isType: false },
        { name: "B", isType: true },
      ],
    },
    { from: "pkg", names: [{ name: "C", isType: true }] },
  ]);
  const rest = `const text = "\\nimport { x } from 'y';\\nexport const z = 1;";\n`;
  t.equal(exported, `/** D. */\nexport class D {}\n${rest}`);
  t.equal(local, `/** D. */\nclass D {}\n${rest}`);
  for (const refused of [
    emit`import { a as b } from "./a.ts";`,
    emit`import a from "./a.ts";`,
    emit`import "./a.ts";`,
    emit`export { a } from "./a.ts";`,
    emit`export default 1;`,
  ])
    t.throws(() => readRuntimeModule("a.ts", refused), TypeError, refused);
  t.end();
});

t.test(
  "a runtime file has each module once, after its dependencies, and imports those in other files",
  async (t) => {
    const boundary = await runtimeOf("boundary.ts");
    t.match(
      boundary,
      /^import \{ type JsonLimits, readJson \} from "\.\/json\.ts";\nimport \{\n {2}decode,\n[^}]*type ParameterProblem,\n[^}]*\} from "\.\/parameters\.ts";\n/,
    );
    t.match(boundary, /import type \{[^}]*Validator[^}]*\} from "\.\/validators\.js";\n/);
    t.equal(boundary.split("export class HttpError").length, 2);
    t.ok(boundary.indexOf("class HttpError") < boundary.indexOf("new HttpError("));
    const parts = await runtimeParts(["format-date-time.ts"]);
    t.notMatch(parts, /^(import|export) /m);
    t.ok(parts.indexOf("function isDate(") < parts.indexOf("function isDateTime("));
    await t.rejects(runtimeParts(["none.ts"]), TypeError);
  },
);
