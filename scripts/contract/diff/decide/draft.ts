// A finding before it has its operation, fingerprint and source locations.
import type { ExchangeSide, Finding, Verdict, Witness } from "../comparison.ts";
import type { Change, ChangeContext, Rule } from "../rules/rule.ts";

/** A finding without the parts that do not depend on the decision; see `Finding`. */
export interface Draft {
  readonly verdict: Verdict;
  readonly side: ExchangeSide;
  readonly place: string;
  readonly part: ChangeContext["part"];
  readonly rule: Rule;
  readonly change: Change;
  readonly pointers: { readonly base: string | undefined; readonly head: string | undefined };
  readonly witness?: Witness | undefined;
  readonly reason?: string | undefined;
  readonly policy?: Finding["policy"];
}
