// Excessively nested YAML is rejected with its line, for every form of nesting.
import t from "tap";
import { parseJson } from "../../scripts/contract/document/parse-json.ts";
import { parseYaml } from "../../scripts/contract/document/parse-yaml.ts";

const depth = 100_000;
const cases = {
  "flow lists": `${"[".repeat(depth)}${"]".repeat(depth)}`,
  "flow maps": `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`,
  "block lists": `${"- ".repeat(depth)}1`,
  "block maps": Array.from({ length: 3000 }, (_, level) => `${" ".repeat(level + 2)}a:\n`).join(""),
};

for (const [name, text] of Object.entries(cases)) {
  t.test(name, (t) => {
    t.throws(() => parseYaml({ path: "a.yaml", name: "a.yaml", text: `x:\n  ${text.trimStart()}\n` }), {
      name: "DocumentError",
      message: "nested more than 500 levels deep",
      place: { file: "a.yaml" },
    });
    t.end();
  });
}

t.test("deeply nested JSON is rejected with advice to flatten it, whatever the file name", (t) => {
  const text = `${"[".repeat(501)}${"]".repeat(501)}`;
  for (const path of ["a.yaml", "a.json"]) {
    t.throws(() => parseJson({ path, name: path, text }), {
      message: "nested more than 500 levels deep",
      place: { file: path, line: 1, column: 501 },
      fix: "flatten it",
    });
  }
  t.end();
});
