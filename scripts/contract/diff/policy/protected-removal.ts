// `--protect statuses` and `webhooks`: what a provider may leave out, and somebody waits for.
import type { Protection } from "../comparison.ts";
import type { Draft } from "../decide/draft.ts";
import { ruleOf } from "../rules/table.ts";

const policies = [
  { rule: ruleOf("status-removed"), policy: "statuses", reason: "callers wait for this success status" },
  { rule: ruleOf("webhook-removed"), policy: "webhooks", reason: "receivers wait for this webhook" },
] as const;

/** A removal that no exchange shows becomes a break by policy, for those who asked. */
export function protectedRemoval(draft: Draft, protect: readonly Protection[]): Draft {
  const found = policies.find(({ rule, policy }) => draft.rule === rule && protect.includes(policy));
  if (found === undefined || draft.verdict !== "notice") return draft;
  return { ...draft, verdict: "breaking", policy: found.policy, reason: found.reason };
}
