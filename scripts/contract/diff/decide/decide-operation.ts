// Decides one operation in both documents: its requests and responses.
import { decideSecurity } from "./decide-access.ts";
import { decideResponses } from "./decide-responses.ts";
import { decideBody } from "./decide-body.ts";
import { decideParameters } from "./decide-parameters.ts";
import type { Draft } from "./draft.ts";
import { flowOf, type OperationPair, type Context } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

export function decideOperation(context: Context, pair: OperationPair): Draft[] {
  const request = [
    ...decideParameters(context, pair),
    ...decideBody(context, pair),
    ...decideSecurity(context, pair),
  ];
  const requestProof = proof(context, pair, "request", request);
  const response = decideResponses(context, pair);
  return [...request, ...requestProof, ...response, ...proof(context, pair, "response", response)];
}

/**
 * Returns the proof of compatibility for an operation whose text changed without findings: containment was
 * proved.
 */
function proof(
  { budget }: Context,
  pair: OperationPair,
  side: "request" | "response",
  drafts: readonly Draft[],
): Draft[] {
  // Parts that were skipped are not proved.
  if (budget.isCut) return [];
  if (drafts.some(({ verdict }) => verdict === "breaking" || verdict === "undecided")) return [];
  const flow = flowOf(pair, side);
  return [
    {
      verdict: "compatible",
      side,
      place: "",
      part: "body",
      rule: ruleOf("schema"),
      change: { base: true, head: true },
      pointers: { base: pair.base.source.pointer, head: pair.head.source.pointer },
      reason: `everything that ${flow.sender} may send, ${flow.receiver} accepts`,
    },
  ];
}
