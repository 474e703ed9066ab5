// The library's entry: decides how a change of an OpenAPI document affects its users, with a proof for each
// break.
import { foreignDialect } from "../containment/dialect.ts";
import { shareValidators } from "../containment/validator.ts";
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import { readApi } from "../exchange/api.ts";
import { operationFindings, wantedOperations } from "./compare-operations.ts";
import type { Comparison, CompareOptions, Counts, Finding, Verdict } from "./comparison.ts";
import type { Alignment } from "./decide/align-operations.ts";
import { finishFinding } from "./decide/finish-finding.ts";
import { type Context, contextOf } from "./decide/context.ts";
import { type EqualClosure, equalClosure } from "./equal-closure.ts";
import { documentNotices } from "./notices/document-notices.ts";
import { emptyFields } from "./notices/empty-fields.ts";
import { documentExtensions } from "./notices/extension-notices.ts";
import { isPartial } from "./policy/operation-filter.ts";
import { schemaNames } from "./policy/sdk-names.ts";
import { ruleOf } from "./rules/table.ts";
import { differenceOf } from "./version/prose-only.ts";

/**
 * Compares two documents by containment: every request of base's clients must be accepted under head, and
 * every response under head must be allowed by base. Each `breaking` finding contains one exchange, confirmed
 * on both sides.
 *
 * Pure: no file, clock or network.
 *
 * @throws DocumentError for invalid documents (an unresolvable reference, the same path twice)
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
  const context = contextOf(readApi(base), readApi(head), { same: sameIn(base.root, head.root), options });
  const alignment = wantedOperations(context, options);
  const found = distinct([
    ...operationFindings(context, alignment, options),
    ...documentFindings(context, options),
  ]);
  const findings = found.length > 0 || isPartial(options) ? found : unusedChanges(context);
  return { base: base.name, head: head.name, findings, counts: count(alignment, findings) };
}

/**
 * Returns `equalClosure` for two documents. Equal text means the same only if both documents have the same
 * dialect.
 */
export function sameIn(
  base: JsonObject,
  head: JsonObject,
  same: EqualClosure = equalClosure(base, head),
): EqualClosure {
  const [before, after] = [base, head].map((root) => foreignDialect(root["jsonSchemaDialect"]));
  return before === after ? same : () => false;
}

function documentFindings(context: Context, options: CompareOptions): Finding[] {
  const { protect } = options;
  if (isPartial(options)) return [];
  const drafts = [
    ...documentNotices(context),
    ...emptyFields(context),
    ...documentExtensions(context.base.document, context.head.document, options.extensions ?? []),
    ...(protect?.includes("sdk") === true ? schemaNames(context) : []),
  ];
  return drafts.map((draft) => finishFinding(context, undefined, undefined, draft));
}

/**
 * Returns a finding if there is none although the document changed, so that the required version has a named
 * cause.
 */
function unusedChanges(context: Context): Finding[] {
  const [base, head] = [context.base.document, context.head.document];
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
  return [finishFinding(context, undefined, undefined, { ...draft, change, pointers, reason })];
}

/** Keeps one finding for each fingerprint; several paths may lead to the same one. */
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
