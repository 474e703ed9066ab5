// `--protect lifecycle`: what goes must have been announced, and its date must have come.
import type { JsonObject } from "../../document/document.ts";
import type { Draft } from "../decide/draft.ts";
import type { OperationPair } from "../decide/settings.ts";
import type { ApiOperation } from "../exchange/api.ts";
import { sunset } from "../rules/sunset.ts";

/** Days between announcing an end and the end. */
const leastNotice = 30;
const day = 24 * 60 * 60 * 1000;

/** A removal that was announced, and whose date has passed, is no break any more; any other one is named a breach. */
export function removalUnderLifecycle(draft: Draft, operation: ApiOperation, now: Date): Draft {
  if (draft.verdict !== "breaking") return draft;
  const { operation: node } = operation.source;
  const date = sunsetOf(node);
  const reason =
    node["deprecated"] !== true
      ? "it was never deprecated"
      : date === undefined
        ? "its deprecation named no x-sunset date"
        : date > now
          ? `its x-sunset date, ${date.toISOString().slice(0, 10)}, is still to come`
          : undefined;
  if (reason !== undefined) return { ...draft, policy: "lifecycle", reason };
  return { ...draft, verdict: "notice", reason: "it was deprecated, and its x-sunset date has passed" };
}

/** A sunset date that leaves callers too little time. */
export function sunsetTooNear({ base, head }: OperationPair, now: Date): Draft[] {
  const [before, after] = [base.source.operation, head.source.operation];
  const date = sunsetOf(after);
  if (date === undefined || before["x-sunset"] === after["x-sunset"]) return [];
  if (date.getTime() - now.getTime() >= leastNotice * day) return [];
  return [
    {
      verdict: "breaking",
      policy: "lifecycle",
      side: "request",
      place: "",
      part: "body",
      rule: sunset,
      change: { base: before["x-sunset"], head: after["x-sunset"] },
      pointers: { base: base.source.pointer, head: head.source.pointer },
      reason: `callers need ${leastNotice} days from the announcement to the end`,
    },
  ];
}

function sunsetOf(operation: JsonObject): Date | undefined {
  const text = operation["x-sunset"];
  const date = typeof text === "string" ? new Date(text) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}
