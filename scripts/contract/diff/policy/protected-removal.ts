// `--protect statuses` and `webhooks`: removals that a provider is allowed but receivers may depend on.
import type { Protection } from "../comparison.ts";
import type { Draft } from "../decide/draft.ts";
import { ruleOf } from "../rules/table.ts";

const policies = [
  { rule: ruleOf("status-removed"), policy: "statuses", reason: "callers wait for this success status" },
  { rule: ruleOf("webhook-removed"), policy: "webhooks", reason: "receivers wait for this webhook" },
] as const;

/** Turns a removal that violates no exchange into a break by policy, if that protection is selected. */
export function protectedRemoval(draft: Draft, protect: readonly Protection[]): Draft {
  const found = policies.find(({ rule, policy }) => draft.rule === rule && protect.includes(policy));
  if (found === undefined || draft.verdict !== "notice") return draft;
  return { ...draft, verdict: "breaking", policy: found.policy, reason: found.reason };
}
