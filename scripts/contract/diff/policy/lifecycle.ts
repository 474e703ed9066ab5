// `--protect lifecycle`: a removal must have been announced, and its sunset date must have passed.
import type { JsonObject } from "../../document/document.ts";
import { deref, isObject, resolvePointer } from "../../document/pointer.ts";
import { sunsetOf } from "../../document/sunset.ts";
import type { Draft } from "../decide/draft.ts";
import type { OperationPair } from "../decide/context.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Change } from "../rules/rule.ts";
import { ruleOf } from "../rules/table.ts";

/** Minimum number of days between an announcement and the sunset date. */
const leastNotice = 30;
const day = 24 * 60 * 60 * 1000;

/**
 * Returns the finding of a removal: no break if it was announced and its date has passed, otherwise a
 * violation of the policy.
 */
export function removalUnderLifecycle(draft: Draft, operation: ApiOperation, now: Date): Draft {
  return draft.verdict === "breaking" ? underLifecycle(draft, operation.source.operation, now) : draft;
}

function underLifecycle(draft: Draft, node: JsonObject, now: Date): Draft {
  const date = sunsetOf(node["x-sunset"]);
  const reason =
    node["deprecated"] !== true
      ? "it was never deprecated"
      : date === undefined
        ? "its deprecation named no x-sunset date"
        : date > now
          ? `its x-sunset date, ${date.toISOString().slice(0, 10)}, is still to come`
          : undefined;
  if (reason !== undefined) return { ...draft, verdict: "breaking", policy: "lifecycle", reason };
  return { ...draft, verdict: "notice", reason: "it was deprecated, and its x-sunset date has passed" };
}

/**
 * Applies the policy to parameters and properties of a remaining operation: a removal must have been
 * announced, and its date must have passed; an announced sunset must leave callers enough time. `root` is
 * that of base: its announcements are the ones callers received.
 */
export function partUnderLifecycle(draft: Draft, root: JsonObject, now: Date): Draft {
  if (draft.rule === ruleOf("sunset") && draft.verdict === "notice" && isTooNear(draft.change, now)) {
    return { ...draft, verdict: "breaking", policy: "lifecycle", reason: tooNear };
  }
  const { action } = draft.rule.describe(draft.change);
  const isRemoval =
    draft.rule === ruleOf("parameter-removed") || (draft.rule === ruleOf("property") && action === "removed");
  const node = draft.pointers.base === undefined ? undefined : resolvePointer(root, draft.pointers.base);
  if (!isRemoval || !isObject(node)) return draft;
  return underLifecycle(draft, resolvedSchema(root, node), now);
}

/** Resolves a property that may be a `$ref`; annotations may be beside it or at its target. */
function resolvedSchema(root: JsonObject, node: JsonObject): JsonObject {
  const target = deref(root, node);
  return isObject(target) ? { ...target, ...node } : node;
}

/** Returns findings of sunset dates that leave callers too little time. */
export function sunsetTooNear({ base, head }: OperationPair, now: Date): Draft[] {
  const [before, after] = [base.source.operation, head.source.operation];
  const change = { base: before["x-sunset"], head: after["x-sunset"] };
  if (!isTooNear(change, now)) return [];
  return [
    {
      verdict: "breaking",
      policy: "lifecycle",
      side: "request",
      place: "",
      part: "body",
      rule: ruleOf("sunset"),
      change,
      pointers: { base: base.source.pointer, head: head.source.pointer },
      reason: tooNear,
    },
  ];
}

const tooNear = `callers need ${leastNotice} days from the announcement to the end`;

function isTooNear({ base, head }: Change, now: Date): boolean {
  const date = sunsetOf(head);
  return date !== undefined && base !== head && date.getTime() - now.getTime() < leastNotice * day;
}
