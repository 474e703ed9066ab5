// `npm run new` for a lint rule: a file with one generator function, a row in the list of rules, a case with
// a finding and one without.
import { camelCase, type Form, withImport, withLine } from "./form.ts";

export const lintRule: Form = {
  name: /^[a-z]+(-[a-z0-9]+)*$/,
  sample: "operation-description",
  plan(name, read) {
    const rule = camelCase(name);
    const list = "scripts/contract/lint/rules.ts";
    const cases = "test/lint/operation-cases.ts";
    const imported = withImport(read(list), `import { ${rule} } from "./rules/${name}.ts";`);
    const given = (fields: string): string => `get("${fields}responses: {'200': {description: ok}}")`;
    return {
      edits: [
        { path: `scripts/contract/lint/rules/${name}.ts`, text: source(name, rule), isNew: true },
        { path: list, text: withLine(imported, `  ${rule},`, ["export const rules", "];"]) },
        {
          path: cases,
          text: withLine(
            read(cases),
            [
              `  { rule: "${name}", name: "finds", given: ${given("")}, want: ["4:5 no description"] },`,
              `  { rule: "${name}", name: "passes", given: ${given("description: d, ")}, want: [] },`,
            ].join("\n"),
            ["export const operationCases", "];"],
          ),
        },
      ],
      next: [
        `write the rule in scripts/contract/lint/rules/${name}.ts, and its summary`,
        `replace its two cases at the end of ${cases}`,
        `node --import=tsx test/lint/rules.test.ts`,
      ],
    };
  },
};

function source(name: string, rule: string): string {
  return `// ${name}: why it matters, in one sentence.
import type { Rule } from "../rule.ts";

export const ${rule}: Rule = {
  id: "${name}",
  summary: "Every operation has a description.",
  *check({ operations }) {
    for (const { pointer, operation } of operations) {
      if (operation["description"] === undefined) yield { pointer, message: "no description" };
    }
  },
};
`;
}
