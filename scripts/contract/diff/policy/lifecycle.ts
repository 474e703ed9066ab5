// `--protect lifecycle`: what goes must have been announced, and its date must have come.
import type { Json, JsonObject } from "../../document/document.ts";
import { deref, isObject, resolvePointer } from "../../document/pointer.ts";
import type { Draft } from "../decide/draft.ts";
import type { OperationPair } from "../decide/settings.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Change } from "../rules/rule.ts";
import { ruleOf } from "../rules/table.ts";

/** Days between announcing an end and the end. */
const leastNotice = 30;
const day = 24 * 60 * 60 * 1000;

/** A removal that was announced, and whose date has passed, is no break any more; any other one is named a breach. */
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
 * Parameters and properties of an operation that stays: one that goes must have been announced, and its date must have
 * come; one whose end is announced must leave callers time. `root` is base's: what it said is what callers were told.
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

/** A property may be a `$ref`, with words of its own beside it or in what it names. */
function resolvedSchema(root: JsonObject, node: JsonObject): JsonObject {
  const target = deref(root, node);
  return isObject(target) ? { ...target, ...node } : node;
}

/** A sunset date that leaves callers too little time. */
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

function sunsetOf(text: Json | undefined): Date | undefined {
  const date = typeof text === "string" ? new Date(text) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}
