import { readFileSync } from "node:fs";
import t from "tap";
import { arrays } from "../../../scripts/contract/diff/rules/arrays.ts";
import { composition } from "../../../scripts/contract/diff/rules/composition.ts";
import { numbers } from "../../../scripts/contract/diff/rules/numbers.ts";
import { objects } from "../../../scripts/contract/diff/rules/objects.ts";
import { operations } from "../../../scripts/contract/diff/rules/operations.ts";
import type { Action, Rule, SchemaRule } from "../../../scripts/contract/diff/rules/rule.ts";
import { strings } from "../../../scripts/contract/diff/rules/strings.ts";
import { ruleFor, rules } from "../../../scripts/contract/diff/rules/table.ts";
const schemaRules = rules.filter((rule): rule is SchemaRule => "keywords" in rule);

t.test("each rule has the id of its row, and no two tables share an id", (t) => {
  const tables = [numbers, strings, arrays, objects, composition, operations];
  for (const table of tables) {
    for (const [id, rule] of Object.entries<Rule>(table)) t.equal(rule.id, id);
  }
  t.equal(
    rules.length,
    tables.map((table) => Object.keys(table).length).reduce((sum, count) => sum + count),
  );
  t.ok(rules.every(({ summary }) => /^[a-z`]/.test(summary) && !summary.endsWith(".")));
  t.end();
});

t.test("no keyword has two rules, and keywords without a rule are reported as a schema change", (t) => {
  const keywords = schemaRules.flatMap((rule) => rule.keywords);
  t.equal(new Set(keywords).size, keywords.length);
  t.equal(ruleFor("exclusiveMaximum").id, "maximum");
  t.equal(ruleFor("unheardOf").id, "schema");
  t.end();
});

t.test("rules describe changes in few words", (t) => {
  const cases: { keyword: string; base?: never; given: [unknown, unknown]; want: [Action, string] }[] = [
    { keyword: "maxLength", given: [256, 128], want: ["lowered", "256 → 128"] },
    { keyword: "maxLength", given: [128, 256], want: ["raised", "128 → 256"] },
    { keyword: "maxLength", given: [undefined, 5], want: ["added", "5"] },
    { keyword: "maxLength", given: [5, undefined], want: ["removed", "5"] },
    { keyword: "enum", given: [["a", "b"], ["a"]], want: ["narrowed", "−b"] },
    { keyword: "enum", given: [["a"], ["a", "b"]], want: ["widened", "+b"] },
    { keyword: "type", given: ["string", ["string", "null"]], want: ["widened", "+null"] },
    { keyword: "type", given: ["string", "integer"], want: ["changed", "−string +integer"] },
    { keyword: "pattern", given: ["^a$", "^b$"], want: ["changed", "^a$ → ^b$"] },
    { keyword: "required", given: [undefined, true], want: ["added", ""] },
    { keyword: "pattern", given: [undefined, "x".repeat(99)], want: ["added", `${"x".repeat(57)}…`] },
  ];
  for (const { keyword, given, want } of cases) {
    const [base, head] = given as [string | undefined, string | undefined];
    const { action, detail } = ruleFor(keyword).describe({ base, head });
    t.same([action, detail], want, keyword);
  }
  t.end();
});

t.test("every oasdiff check that a rule refers to exists in oasdiff", (t) => {
  const list = new URL("../../fixtures/oasdiff-checks.txt", import.meta.url);
  const known = new Set(readFileSync(list, "utf8").split("\n"));
  const unknown: string[] = [];
  const labels = new Set<string>();
  const actions: Action[] = [
    "added",
    "removed",
    "changed",
    "raised",
    "lowered",
    "narrowed",
    "widened",
    "required",
    "optional",
  ];
  for (const rule of rules) {
    for (const side of ["request", "response"] as const) {
      for (const part of ["body", "property", "parameter", "header"] as const) {
        for (const action of actions) {
          const label = rule.oasdiff?.({ side, part, action });
          if (label === undefined) continue;
          labels.add(label);
          if (!known.has(label)) unknown.push(`${rule.id}: oasdiff has no ${label}`);
        }
      }
    }
  }
  t.same(unknown, []);
  t.ok(labels.size > 200, `${labels.size} labels`);
  t.end();
});
