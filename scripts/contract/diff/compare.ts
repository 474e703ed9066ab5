// The library's entry: what a change of an OpenAPI document does to those who use the API, with a proof for each break.
import { foreignDialect } from "../containment/dialect.ts";
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import type { Comparison, CompareOptions, Counts, Finding, Protection, Verdict } from "./comparison.ts";
import { type Alignment, alignOperations } from "./decide/align-operations.ts";
import { decideServers } from "./decide/decide-access.ts";
import { decideOperation } from "./decide/decide-operation.ts";
import { decideAddition, decideRemoval } from "./decide/decide-removal.ts";
import type { Draft } from "./decide/draft.ts";
import { finishFinding } from "./decide/finish-finding.ts";
import { NeutralValues } from "./decide/neutral-value.ts";
import type { OperationPair, Settings } from "./decide/settings.ts";
import { type EqualClosure, equalClosure } from "./equal-closure.ts";
import type { ApiOperation } from "../exchange/api.ts";
import { readApi } from "../exchange/api.ts";
import { isUnchanged } from "./decide/unchanged-operation.ts";
import { additionNotices } from "./notices/addition-notices.ts";
import { contentNotices } from "./notices/content-notices.ts";
import { documentNotices } from "./notices/document-notices.ts";
import { emptyFields } from "./notices/empty-fields.ts";
import { documentExtensions, extensionNotices } from "./notices/extension-notices.ts";
import { newServers } from "./notices/new-servers.ts";
import { operationNotices } from "./notices/operation-notices.ts";
import { partUnderLifecycle, removalUnderLifecycle, sunsetTooNear } from "./policy/lifecycle.ts";
import { isPartial, operationFilter, withoutInternal } from "./policy/operation-filter.ts";
import { protectedRemoval } from "./policy/protected-removal.ts";
import { operationNames, schemaNames } from "./policy/sdk-names.ts";
import { differenceOf } from "./version/prose-only.ts";
import { Budget, shareOut } from "../containment/budget.ts";
import { SPENT } from "../containment/search.ts";
import { shareValidators } from "../containment/validator.ts";
import { tolerantReading } from "./policy/tolerant-readers.ts";
import { ruleOf } from "./rules/table.ts";

/**
 * Compares two documents by containment: every request of base's clients must be accepted under head, and every answer
 * under head must be allowed by base. Each `breaking` finding carries one exchange, confirmed on both sides.
 *
 * Pure: no file, clock or network. Throws a DocumentError for documents it cannot make sense of (a reference that
 * leads nowhere, the same path twice).
 *
 * @example
 * const { findings } = compare(await readDocument("old.yaml"), await readDocument("new.yaml"));
 * const breaking = findings.filter(({ verdict }) => verdict === "breaking");
 */
export function compare(
  base: OpenApiDocument,
  head: OpenApiDocument,
  options: CompareOptions = {},
): Comparison {
  shareValidators(base.root, head.root);
  const settings: Settings = {
    base: readApi(base),
    head: readApi(head),
    same: sameIn(base.root, head.root),
    closed: options.world !== "open",
    budget: new Budget(options.budget, options.wholeBudget),
    memos: new Map(),
    neutral: new NeutralValues(),
    described: new Map(),
  };
  const alignment = wantedOperations(settings, options);
  const found = distinct([
    ...operationFindings(settings, alignment, options),
    ...documentFindings(settings, options),
  ]);
  const findings = found.length > 0 || isPartial(options) ? found : unusedChanges(settings);
  return { base: base.name, head: head.name, findings, counts: count(alignment, findings) };
}

/** Equal text says the same as long as both documents have one dialect for it. */
function sameIn(base: JsonObject, head: JsonObject): EqualClosure {
  const same = equalClosure(base, head);
  const [before, after] = [base, head].map((root) => foreignDialect(root["jsonSchemaDialect"]));
  return before === after ? same : () => false;
}

/** What it takes to look into an operation at all. */
const OPERATION_COST = 100;

function wantedOperations({ base, head }: Settings, options: CompareOptions): Alignment {
  const sides = options.skipInternal === true ? [withoutInternal(base), withoutInternal(head)] : [base, head];
  const { pairs, removed, added } = alignOperations(sides[0] ?? base, sides[1] ?? head);
  const isWanted = operationFilter(options);
  return {
    pairs: pairs.filter((pair) => isWanted(pair.base) || isWanted(pair.head)),
    removed: removed.filter(isWanted),
    added: added.filter(isWanted),
  };
}

function operationFindings(
  settings: Settings,
  { pairs, removed, added }: Alignment,
  options: CompareOptions,
): Finding[] {
  const servers = new Set<string>();
  const changed = pairs.filter((pair) => !isUnchanged(settings, pair));
  const afresh: Settings = { ...settings, memos: new Map(), neutral: new NeutralValues() };
  const decided = shareOut(settings.budget, changed, (pair, isRetry) =>
    changedDrafts(isRetry ? afresh : settings, pair, options),
  );
  const drafts = new Map(changed.map((pair, at) => [pair, decided[at]!]));
  return [
    ...pairs.flatMap((pair) =>
      [
        ...(options.skipServers === true ? [] : serverDrafts(settings, pair, servers)),
        ...extensionNotices(pair, options.extensions ?? []),
        ...(drafts.get(pair) ?? []),
      ].map((draft) => finishFinding(settings, pair.base, pair.head, draft)),
    ),
    ...removed.flatMap((base) =>
      removalDrafts(settings, base, options).map((draft) => finishFinding(settings, base, undefined, draft)),
    ),
    ...added.map((head) => finishFinding(settings, undefined, head, decideAddition(head))),
  ];
}

/** Pairs of schemas, with what they lead to, are remembered until there are so many: some two hundred megabytes. */
const MOST_REMEMBERED = 300_000;

/** Starts to remember anew, between two operations, where documents have more pairs of schemas than memory should hold. */
function forgetPairs({ memos, described }: Settings): void {
  const sizes = [...memos.values(), ...described.values()].map(({ size }) => size);
  if (sizes.reduce((sum, size) => sum + size, 0) < MOST_REMEMBERED) return;
  memos.clear();
  described.clear();
}

/** What is left when the budget is spent is named, operation by operation. */
function changedDrafts(settings: Settings, pair: OperationPair, options: CompareOptions): Draft[] {
  forgetPairs(settings);
  settings.budget.spend(OPERATION_COST);
  if (settings.budget.isSpent) {
    settings.budget.noteShort();
    return [leftOut(pair)];
  }
  const drafts = pairDrafts(settings, pair, options);
  return settings.budget.isCut ? [...drafts, leftOut(pair)] : drafts;
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
    reason: SPENT,
  };
}

function pairDrafts(settings: Settings, pair: OperationPair, options: CompareOptions): Draft[] {
  const protect = options.protect ?? ["wire"];
  const decided = decideOperation(settings, pair);
  const { now } = options;
  const drafts = [
    ...(protect.includes("lifecycle") && now !== undefined ? sunsetTooNear(pair, now) : []),
    ...(protect.includes("sdk") ? operationNames(pair) : []),
    ...decided,
    ...operationNotices(pair),
    ...additionNotices(pair),
    ...contentNotices(settings, pair),
  ];
  return drafts.map((draft) => underPolicies(settings, draft, protect, now));
}

function underPolicies(
  { base }: Settings,
  draft: Draft,
  protect: readonly Protection[],
  now: Date | undefined,
): Draft {
  let held = protectedRemoval(draft, protect);
  if (protect.includes("lifecycle") && now !== undefined)
    held = partUnderLifecycle(held, base.document.root, now);
  return protect.includes("tolerant-readers") ? tolerantReading(held, base.document) : held;
}

function removalDrafts(
  settings: Settings,
  operation: ApiOperation,
  { protect, now }: CompareOptions,
): Draft[] {
  const drafts = decideRemoval(settings, operation).map((draft) => protectedRemoval(draft, protect ?? []));
  if (protect?.includes("lifecycle") !== true || now === undefined) return drafts;
  return drafts.map((draft) => removalUnderLifecycle(draft, operation, now));
}

/** Servers are mostly the document's: each pair of lists is decided once, on the first operation that has it. */
function serverDrafts(settings: Settings, pair: OperationPair, seen: Set<string>): Draft[] {
  const key = JSON.stringify([pair.base.servers, pair.head.servers]);
  if (seen.has(key)) return [];
  seen.add(key);
  const lost = decideServers(settings, pair);
  return lost.length > 0 ? lost : newServers(pair);
}

function documentFindings(settings: Settings, options: CompareOptions): Finding[] {
  const { protect } = options;
  if (isPartial(options)) return [];
  const drafts = [
    ...documentNotices(settings),
    ...emptyFields(settings),
    ...documentExtensions(settings.base.document, settings.head.document, options.extensions ?? []),
    ...(protect?.includes("sdk") === true ? schemaNames(settings) : []),
  ];
  return drafts.map((draft) => finishFinding(settings, undefined, undefined, draft));
}

/** Where nothing was found, and the document changed all the same: so that what asks for a new version has a name. */
function unusedChanges(settings: Settings): Finding[] {
  const [base, head] = [settings.base.document, settings.head.document];
  if (differenceOf(base.root, head.root) !== "more") return [];
  const change = { base: true, head: true };
  const pointers = { base: "", head: "" };
  const draft = {
    verdict: "compatible",
    side: "request",
    place: "",
    part: "body",
    rule: ruleOf("document"),
  } as const;
  const reason = "no exchange of any operation is touched";
  return [finishFinding(settings, undefined, undefined, { ...draft, change, pointers, reason })];
}

/** One finding for each fingerprint; the same thing may be reached by several ways. */
function distinct(findings: readonly Finding[]): Finding[] {
  const order: readonly Verdict[] = ["breaking", "undecided", "notice", "compatible"];
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    const known = found.get(finding.fingerprint);
    if (known === undefined || order.indexOf(finding.verdict) < order.indexOf(known.verdict)) {
      found.set(finding.fingerprint, finding);
    }
  }
  return [...found.values()];
}

function count({ pairs, removed, added }: Alignment, findings: readonly Finding[]): Counts {
  const of = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    operations: pairs.length + removed.length + added.length,
    breaking: of("breaking"),
    undecided: of("undecided"),
    notice: of("notice"),
    compatible: of("compatible"),
  };
}
