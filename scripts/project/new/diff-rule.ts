// `npm run new` for a diff rule: a row that names changes of a keyword, and a test of the name.
import { camelCase, type Form, withLine } from "./form.ts";

export const diffRule: Form = {
  name: /^[a-z]+(-[a-z0-9]+)*$/,
  sample: "max-length",
  plan(name, read) {
    const keyword = camelCase(name);
    const table = "scripts/contract/diff/rules/composition.ts";
    const row = [
      `    "${name}": {`,
      '      kind: "constraint",',
      `      keywords: ["${keyword}"],`,
      `      summary: "what ${keyword} constrains",`,
      "      describe: changed,",
      "    },",
    ].join("\n");
    return {
      edits: [
        { path: table, text: withLine(read(table), row, ["  ...schemaRules({", "  }),"]) },
        { path: `test/diff/rules/${name}.test.ts`, text: test(name, keyword), isNew: true },
      ],
      next: [
        `move the row to the table that it belongs to (scripts/contract/diff/rules/), and write its summary`,
        `if JSON Schema's vocabulary lacks ${keyword}: a row in scripts/contract/vocabulary.ts`,
        `base.yaml, head.yaml and expect.yaml in test/fixtures/diff/<verdict>/${name}/ for each verdict it can have`,
        `node --import=tsx test/diff/rules/${name}.test.ts`,
      ],
    };
  },
};

function test(name: string, keyword: string): string {
  return `import t from "tap";
import { ruleFor } from "../../../scripts/contract/diff/rules/table.ts";

t.test("a change of ${keyword} is named ${name}", (t) => {
  const rule = ruleFor("${keyword}");
  t.equal(rule.id, "${name}");
  t.same(rule.describe({ base: 1, head: 2 }), { action: "changed", detail: "1 → 2" });
  t.end();
});
`;
}
