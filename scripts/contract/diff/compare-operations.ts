// Decides the operations that both documents have, and those that one of them lacks, within one budget.
import { budgetSpent } from "../containment/search.ts";
import { shareOut } from "../containment/budget.ts";
import { announcePhase } from "../document/announce-progress.ts";
import type { ApiOperation } from "../exchange/api.ts";
import type { CompareOptions, Finding, Protection } from "./comparison.ts";
import { type Alignment, alignOperations } from "./decide/align-operations.ts";
import { decideServers } from "./decide/decide-access.ts";
import { decideOperation } from "./decide/decide-operation.ts";
import { decideAddition, decideRemoval } from "./decide/decide-removal.ts";
import type { Draft } from "./decide/draft.ts";
import { finishFinding } from "./decide/finish-finding.ts";
import { NeutralValues } from "./decide/neutral-value.ts";
import type { OperationPair, Context } from "./decide/context.ts";
import { isUnchanged } from "./decide/unchanged-operation.ts";
import { additionNotices } from "./notices/addition-notices.ts";
import { contentNotices } from "./notices/content-notices.ts";
import { extensionNotices } from "./notices/extension-notices.ts";
import { newServers } from "./notices/new-servers.ts";
import { operationNotices } from "./notices/operation-notices.ts";
import { partUnderLifecycle, removalUnderLifecycle, sunsetTooNear } from "./policy/lifecycle.ts";
import { operationFilter, withoutInternal } from "./policy/operation-filter.ts";
import { protectedRemoval } from "./policy/protected-removal.ts";
import { operationNames } from "./policy/sdk-names.ts";
import { tolerantReading } from "./policy/tolerant-readers.ts";
import { ruleOf } from "./rules/table.ts";

/** Minimum number of steps to examine an operation. */
const operationCost = 100;

/** Returns the selected operations of both documents, aligned. */
export function wantedOperations(
  { base, head }: Pick<Context, "base" | "head">,
  options: CompareOptions,
): Alignment {
  const sides = options.skipInternal === true ? [withoutInternal(base), withoutInternal(head)] : [base, head];
  const { pairs, removed, added } = alignOperations(sides[0] ?? base, sides[1] ?? head);
  const isWanted = operationFilter(options);
  return {
    pairs: pairs.filter((pair) => isWanted(pair.base) || isWanted(pair.head)),
    removed: removed.filter(isWanted),
    added: added.filter(isWanted),
  };
}

/** Returns the findings of operations, in the order of base's, then head's. */
export function operationFindings(
  context: Context,
  { pairs, removed, added }: Alignment,
  options: CompareOptions,
): Finding[] {
  const servers = new Set<string>();
  const changed = pairs.filter((pair) => !isUnchanged(context, pair));
  const decided = decidePairs(context, changed, options);
  const drafts = new Map(changed.map((pair, at) => [pair, decided[at]!]));
  return [
    ...pairs.flatMap((pair) =>
      [
        ...(options.skipServers === true ? [] : serverDrafts(context, pair, servers)),
        ...extensionNotices(pair, options.extensions ?? []),
        ...(drafts.get(pair) ?? []),
      ].map((draft) => finishFinding(context, pair.base, pair.head, draft)),
    ),
    ...removed.flatMap((base) =>
      removalDrafts(context, base, options).map((draft) => finishFinding(context, base, undefined, draft)),
    ),
    ...added.map((head) => finishFinding(context, undefined, head, decideAddition(head))),
  ];
}

/** Returns the findings of each of the differing pairs; each gets its share of the budget. */
export function decidePairs(
  context: Context,
  changed: readonly OperationPair[],
  options: CompareOptions,
): Draft[][] {
  const afresh: Context = { ...context, memos: new Map(), neutral: new NeutralValues() };
  let done = 0;
  return shareOut(context.budget, changed, (pair, isRetry) => {
    announcePhase("compare operations", done++, changed.length);
    return changedDrafts(isRetry ? afresh : context, pair, options);
  });
}

/** Maximum number of cached pairs of schemas, with the pairs they lead to: about two hundred megabytes. */
const mostRemembered = 300_000;

/**
 * Clears the caches, between two operations, if documents have more pairs of schemas than memory should hold.
 */
function forgetPairs({ memos, described }: Context): void {
  const sizes = [...memos.values(), ...described.values()].map(({ size }) => size);
  if (sizes.reduce((sum, size) => sum + size, 0) < mostRemembered) return;
  memos.clear();
  described.clear();
}

/** Returns the findings of a pair. Once the budget is spent, the rest is reported by operation. */
function changedDrafts(context: Context, pair: OperationPair, options: CompareOptions): Draft[] {
  forgetPairs(context);
  context.budget.spend(operationCost);
  if (context.budget.isSpent) {
    context.budget.noteShort();
    return [leftOut(pair)];
  }
  const drafts = pairDrafts(context, pair, options);
  return context.budget.isCut ? [...drafts, leftOut(pair)] : drafts;
}

function leftOut({ base, head }: OperationPair): Draft {
  return {
    verdict: "undecided",
    side: "request",
    place: "",
    part: "body",
    rule: ruleOf("schema"),
    change: { base: true, head: true },
    pointers: { base: base.source.pointer, head: head.source.pointer },
    reason: budgetSpent,
  };
}

function pairDrafts(context: Context, pair: OperationPair, options: CompareOptions): Draft[] {
  const protect = options.protect ?? ["wire"];
  const decided = decideOperation(context, pair);
  const { now } = options;
  const drafts = [
    ...(protect.includes("lifecycle") && now !== undefined ? sunsetTooNear(pair, now) : []),
    ...(protect.includes("sdk") ? operationNames(pair) : []),
    ...decided,
    ...operationNotices(pair),
    ...additionNotices(pair),
    ...contentNotices(context, pair),
  ];
  return drafts.map((draft) => underPolicies(context, draft, protect, now));
}

function underPolicies(
  { base }: Context,
  draft: Draft,
  protect: readonly Protection[],
  now: Date | undefined,
): Draft {
  let held = protectedRemoval(draft, protect);
  if (protect.includes("lifecycle") && now !== undefined)
    held = partUnderLifecycle(held, base.document.root, now);
  return protect.includes("tolerant-readers") ? tolerantReading(held, base.document) : held;
}

/** Returns the findings of an operation that head lacks. */
export function removalDrafts(
  context: Context,
  operation: ApiOperation,
  { protect, now }: CompareOptions,
): Draft[] {
  const drafts = decideRemoval(context, operation).map((draft) => protectedRemoval(draft, protect ?? []));
  if (protect?.includes("lifecycle") !== true || now === undefined) return drafts;
  return drafts.map((draft) => removalUnderLifecycle(draft, operation, now));
}

/**
 * Decides servers. Most are declared for the whole document: each pair of lists is decided once, for the
 * first operation that has it.
 */
export function serverDrafts(context: Context, pair: OperationPair, seen: Set<string>): Draft[] {
  const key = JSON.stringify([pair.base.servers, pair.head.servers]);
  if (seen.has(key)) return [];
  seen.add(key);
  const lost = decideServers(context, pair);
  return lost.length > 0 ? lost : newServers(pair);
}
