// Sequences: several dependent requests, and conditions across their responses.
import type { ApiOperation } from "../../exchange/api.ts";
import type { Check } from "../judge/checks.ts";
import { fieldOf, type Sent } from "../send/sender.ts";
import type { RunContext } from "../run/run-context.ts";

/** Reports a problem of a sequence, shown by its last request. */
export function report(
  context: RunContext,
  operation: ApiOperation,
  problem: {
    readonly check: Check;
    readonly place?: string;
    readonly expected: string;
    readonly got: string;
    readonly pointer?: string | undefined;
  },
  exchanges: readonly (Sent | undefined)[],
): void {
  const sent = exchanges.filter((one) => one !== undefined);
  const exchange = sent.at(-1);
  if (exchange === undefined || context.parts.isOver()) return;
  context.parts.findings.add(
    { place: "sequence", ...problem },
    { operation, what: problem.check, exchange, before: sent.slice(0, -1) },
  );
}

/** Returns whether a status reports that a resource does not exist. */
export function isAbsent(sent: Sent | undefined): boolean {
  return sent?.response !== undefined && [403, 404, 410].includes(sent.response.status);
}

/** Returns the status of a response, for display. */
export function statusText(sent: Sent | undefined): string {
  return sent?.response === undefined ? "no response" : String(sent.response.status);
}

/** Returns the entity tag of a response. */
export function tagOf(sent: Sent | undefined): string | undefined {
  return sent?.response === undefined ? undefined : fieldOf(sent.response, "etag");
}
