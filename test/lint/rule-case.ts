// One example of a lint rule at work.

/** A document, and the findings of one rule in it as `line:column message`. */
export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}
