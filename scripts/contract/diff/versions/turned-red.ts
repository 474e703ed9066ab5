// Finds what a change breaks for clients of versions other than its base, and adds affected versions to its
// other breaks.
import type { OpenApiDocument } from "../../document/document.ts";
import type { Comparison, CompareOptions, Finding, Verdict } from "../comparison.ts";
import { type CellFinding, Matrix } from "./matrix.ts";
import type { ReadVersion } from "./read-supported.ts";
import { hasEnded } from "./supported-version.ts";

/** Both documents of a change, and the other supported versions. */
export interface TurningRed {
  readonly before: OpenApiDocument;
  readonly after: OpenApiDocument;
  readonly versions: readonly ReadVersion[];
  readonly options: CompareOptions;
  readonly today: Date;
}

/** A version, and the breaks of its clients at head that they do not have at base. */
interface Hurt {
  readonly version: ReadVersion;
  readonly isEnded: boolean;
  readonly findings: ReadonlyMap<string, Finding>;
}

/**
 * Returns the comparison of base and head, with the breaks of every supported version's clients that exist at
 * head and not at base. Each break lists the affected clients. A removal counts only until every version that
 * has the removed element has ended.
 */
export function withSupported(comparison: Comparison, turning: TurningRed): Comparison {
  if (turning.versions.length === 0) return comparison;
  const hurt = hurtBy(turning);
  const supported = hurt.filter(({ isEnded }) => !isEnded);
  const own = comparison.findings.map((finding) => ofAll(finding, comparison.base, hurt));
  const known = new Set(own.filter(isLoud).map(({ fingerprint }) => fingerprint));
  const more = new Map<string, Finding>();
  // The newest first: it is closest to base.
  for (const { findings } of [...supported].reverse())
    for (const [fingerprint, finding] of findings)
      if (!known.has(fingerprint) && !more.has(fingerprint)) more.set(fingerprint, finding);
  const others = [...more.values()].map((finding) => ofOthers(finding, comparison.base, supported));
  const findings = [...own, ...others];
  const of = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const counts = {
    operations: comparison.counts.operations,
    breaking: of("breaking"),
    undecided: of("undecided"),
    notice: of("notice"),
    compatible: of("compatible"),
  };
  return { ...comparison, findings, counts };
}

function hurtBy({ before, after, versions, options, today }: TurningRed): Hurt[] {
  const matrix = new Matrix([...versions.map(({ document }) => document), before, after], options);
  const [base, head] = [versions.length, versions.length + 1];
  return versions.map((version, at) => {
    const known = new Set(matrix.cell(at, base).breaks.map(keyOf));
    const { breaks, undecided } = matrix.cell(at, head);
    const fresh = [...undecided, ...breaks].filter((one) => !known.has(keyOf(one)));
    const findings = new Map(
      fresh.map((one) => {
        const finding = one.finding();
        return [finding.fingerprint, finding];
      }),
    );
    return { version, isEnded: hasEnded(version, today), findings };
  });
}

/** The input of fingerprints. */
function keyOf({ operation, side, place, rule }: CellFinding): string {
  return JSON.stringify([operation, side, place, rule]);
}

/** Returns a finding of base and head, with all other affected clients. */
function ofAll(finding: Finding, base: string, hurt: readonly Hurt[]): Finding {
  if (finding.verdict !== "breaking") return finding;
  const all = hurt.filter(({ findings }) => findings.get(finding.fingerprint)?.verdict === "breaking");
  const supported = all.filter(({ isEnded }) => !isEnded);
  if (supported.length === 0 && all.length > 0 && isRemoval(finding)) {
    const ends = all.map(({ version: { name, until = "" } }) => `${name} on ${until}`);
    const reason = `support of every version that has it has ended: ${listed(ends)}`;
    return { ...finding, verdict: "notice", reason };
  }
  const names = supported.flatMap(({ version }) => nameUnless(version, base));
  if (names.length === 0) return { ...finding, clients: [base] };
  return withReason({ ...finding, clients: [base, ...names] }, `breaks clients of ${listed(names)}, too`);
}

/** Returns a finding that base's clients do not have. */
function ofOthers(finding: Finding, base: string, supported: readonly Hurt[]): Finding {
  const [broken, sound] = [true, false].map((wanted) =>
    supported
      .filter(({ findings }) => findings.has(finding.fingerprint) === wanted)
      .flatMap(({ version }) => nameUnless(version, base)),
  );
  const [names, others] = [broken ?? [], [base, ...(sound ?? []).reverse()]];
  const verb = finding.verdict === "breaking" ? "breaks" : "is undecided for";
  const way = `compatible with ${listed(others)}, ${verb} ${listed(names)}: ${wayOf(finding)}`;
  return withReason({ ...finding, clients: names }, way);
}

/** Returns the name of a version; nothing for the version that is base, which is named already. */
function nameUnless({ name, source }: ReadVersion, base: string): string[] {
  return source === base || base.startsWith(`${source}:`) ? [] : [name];
}

/**
 * Returns `x was string there`, `name had max-length 20 there`; for a change without two sides, the action.
 */
function wayOf({ place, rule, action, detail }: Finding): string {
  const [, before] = /^−?([^→]+?) (?:→|\+)/.exec(detail) ?? [];
  const thing = place.split("/").at(-1) ?? "";
  if (before === undefined || thing === "")
    return [rule, action, detail].filter((word) => word !== "").join(" ");
  return rule === "type" ? `${thing} was ${before} there` : `${thing} had ${rule} ${before} there`;
}

function withReason(finding: Finding, addition: string): Finding {
  return { ...finding, reason: finding.reason === undefined ? addition : `${addition}; ${finding.reason}` };
}

/** True for a removal, which affects only clients of versions that have the element. */
function isRemoval({ action, policy }: Finding): boolean {
  return action === "removed" && policy === undefined;
}

function isLoud({ verdict }: Finding): boolean {
  return verdict === "breaking" || verdict === "undecided";
}

/** Returns `v1.0, v1.1 and v1.2`. */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join();
  const shown = names.length > mostNames ? names.slice(0, mostNames) : names.slice(0, -1);
  const last = names.length > mostNames ? `${names.length - mostNames} more` : names.at(-1);
  return `${shown.join(", ")} and ${last ?? ""}`;
}

const mostNames = 8;
