// One test case of a lint rule.

/** A document, and the findings of one rule in it as `line:column message`. */
export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}
