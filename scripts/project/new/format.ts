// `npm run new` for an output format of the diff: a function from a review to text, an entry in the record of
// formats, and a test.
import { type Form, pascalCase, withImport, withLine } from "./form.ts";

export const format: Form = {
  name: /^[a-z]+(-[a-z0-9]+)*$/,
  sample: "csv",
  plan(name, read) {
    const record = "scripts/contract/diff/format/print-review.ts";
    const print = `format${pascalCase(name)}`;
    const imported = withImport(read(record), `import { ${print} } from "./${name}.ts";`);
    return {
      edits: [
        { path: `scripts/contract/diff/format/${name}.ts`, text: source(name, print), isNew: true },
        {
          path: record,
          text: withLine(imported, `  "${name}": { print: ${print} },`, [
            "const formatters = {",
            "} satisfies Record<string, Formatter>",
          ]),
        },
        { path: `test/diff/format/${name}.test.ts`, text: test(name, print), isNew: true },
      ],
      next: [
        `write the format in scripts/contract/diff/format/${name}.ts; \`join\` in its line joins several documents`,
        `name it in the help of --format, and in scripts/README.md`,
        `node --import=tsx test/diff/format/${name}.test.ts`,
      ],
    };
  },
};

function source(name: string, print: string): string {
  return `// The review as ${name}: one line per finding.
import type { Review } from "../review.ts";

export function ${print}({ comparison }: Review): string {
  return comparison.findings
    .map(({ verdict, operation, rule, detail }) => [verdict, operation, rule, detail].join(" "))
    .join("\\n");
}
`;
}

function test(name: string, print: string): string {
  return `import t from "tap";
import { ${print} } from "../../../scripts/contract/diff/format/${name}.ts";
import { review } from "./review-of-everything.ts";

t.test("${name} has a line for each finding", (t) => {
  t.equal(${print}(review).split("\\n").length, review.comparison.findings.length);
  t.end();
});
`;
}
