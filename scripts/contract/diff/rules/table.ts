// Every rule there is: what a change is called, where it belongs and what others call it.
import { arrays } from "./arrays.ts";
import { composition } from "./composition.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { operations } from "./operations.ts";
import type { Rule, SchemaRule } from "./rule.ts";
import { strings } from "./strings.ts";

const byId = { ...operations, ...composition, ...numbers, ...strings, ...arrays, ...objects };

/** What identifies a rule, in findings and on the command line. */
export type RuleId = keyof typeof byId;

/** All rules: those over exchanges first, then those over keywords of schemas. */
export const rules: readonly Rule[] = Object.values(byId);

/** The rule with an id. */
export function ruleOf(id: RuleId): Rule {
  return byId[id];
}

/** The rule of a finding; undefined for what no rule names. */
export function ruleNamed(id: string): Rule | undefined {
  return Object.hasOwn(byId, id) ? ruleOf(id as RuleId) : undefined;
}

const byKeyword = new Map(
  Object.values<Rule | SchemaRule>(byId).flatMap((rule) =>
    "keywords" in rule ? rule.keywords.map((keyword): [string, SchemaRule] => [keyword, rule]) : [],
  ),
);

/** The rule that names changes of a keyword; keywords without one are changes of the schema as a whole. */
export function ruleFor(keyword: string): SchemaRule {
  return byKeyword.get(keyword) ?? composition.schema;
}
