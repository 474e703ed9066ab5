// All rules: the name of each change, its area, and its name in other tools.
import { arrays } from "./arrays.ts";
import { composition } from "./composition.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { operations } from "./operations.ts";
import type { Rule, SchemaRule } from "./rule.ts";
import { strings } from "./strings.ts";

const byId = { ...operations, ...composition, ...numbers, ...strings, ...arrays, ...objects };

/** The id of a rule in findings and on the command line. */
export type RuleId = keyof typeof byId;

/** All rules: those about exchanges first, then those about schema keywords. */
export const rules: readonly Rule[] = Object.values(byId);

/** Returns the rule with an id. */
export function ruleOf(id: RuleId): Rule {
  return byId[id];
}

/** Returns the rule of a finding; undefined if no rule has that name. */
export function ruleNamed(id: string): Rule | undefined {
  return Object.hasOwn(byId, id) ? ruleOf(id as RuleId) : undefined;
}

const byKeyword = new Map(
  Object.values<Rule | SchemaRule>(byId).flatMap((rule) =>
    "keywords" in rule ? rule.keywords.map((keyword): [string, SchemaRule] => [keyword, rule]) : [],
  ),
);

/** Returns the rule for changes of a keyword; keywords without one are changes of the schema as a whole. */
export function ruleFor(keyword: string): SchemaRule {
  return byKeyword.get(keyword) ?? composition.schema;
}
