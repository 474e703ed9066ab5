import t from "tap";
import { knownFormats } from "../../scripts/contract/lint/formats.ts";
import { lintDocument } from "../../scripts/contract/lint/lint-document.ts";
import { lintContext } from "../../scripts/contract/lint/rule.ts";
import { rules } from "../../scripts/contract/lint/rules.ts";
import { readFiles } from "../support/read-files.ts";
import { fieldCases } from "./field-cases.ts";
import { operationCases } from "./operation-cases.ts";
import { schemaCases } from "./schema-cases.ts";

const cases = [...fieldCases, ...operationCases, ...schemaCases];

/** Returns the findings of one rule in a document, each as `line:column message`. */
async function findingsOf(id: string, text: string): Promise<string[]> {
  const document = await readFiles({ "a.yaml": `openapi: 3.1.0\n${text}` });
  const context = lintContext(document, { formats: knownFormats(), extensions: ["x-sdk", "x-ours"] });
  const results = lintDocument(
    context,
    rules.filter((rule) => rule.id === id),
  );
  return results.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

for (const { rule, name, given, want } of cases) {
  t.test(`${rule}: ${name}`, async (t) => {
    t.same(await findingsOf(rule, given), want);
  });
}

t.test("every lint rule has a case with findings, and one without", (t) => {
  for (const { id, summary } of rules) {
    const own = cases.filter(({ rule }) => rule === id);
    t.ok(
      own.some(({ want }) => want.length > 0),
      `${id} finds`,
    );
    t.ok(
      own.some(({ want }) => want.length === 0) ||
        own.some(({ given, want }) => given.split("\n").length > want.length),
      id,
    );
    t.match(summary, /^[A-Z].*\.$/, `${id} is summarized in a sentence`);
  }
  t.equal(new Set(rules.map(({ id }) => id)).size, rules.length, "no two rules share an id");
  t.end();
});
