// Finds for each break the smallest edit of head that removes it and keeps everything head newly accepts:
// proposed from the versions of base and head, verified by comparing again.
import type { OpenApiDocument } from "../../document/document.ts";
import { compare } from "../compare.ts";
import type { Comparison, CompareOptions, Finding } from "../comparison.ts";
import { candidates, isWidening, repairingOf } from "./candidates.ts";
import { type Edit, type EditStep, withSteps } from "./edit.ts";

/** A break and the edit that fixes it. */
export interface Repaired {
  /** All findings that the edit removes: one change of a shared schema appears at many locations. */
  readonly findings: readonly Finding[];
  readonly edit: Edit;
}

/** The repaired breaks, the remaining ones, and the edit of head. */
export interface Repair {
  readonly repaired: readonly Repaired[];
  /** Breaks without a known fix. */
  readonly left: readonly Finding[];
  /** All edits, in the order in which they are made. */
  readonly steps: readonly EditStep[];
  /** Head with all edits; its source locations are those of the original. */
  readonly document: OpenApiDocument;
}

/** Options of a repair. */
export interface RepairOptions extends CompareOptions {
  /** Fingerprints of the breaks to fix. Default: all. */
  readonly wanted?: ReadonlySet<string>;
}

/**
 * Fixes the breaks one after the other.
 *
 * @param bases the documents whose clients must not break: base's, and those of supported versions, whose
 *   breaks at base are not head's to fix
 */
export function repair(
  bases: readonly OpenApiDocument[],
  head: OpenApiDocument,
  { wanted, ...options }: RepairOptions = {},
): Repair {
  const [own, ...others] = bases.map((base): Base => ({ document: base, standing: new Set() }));
  if (own === undefined) return { repaired: [], left: [], steps: [], document: head };
  const sides = [own, ...others.map(({ document }) => standingIn(document, own.document, options))];
  const comparisons = sides.map((base) => comparedTo(base, head, options));
  let state: State = { document: head, comparisons, steps: [] };
  const repaired: Repaired[] = [];
  const left: Finding[] = [];
  const given = new Set<string>();
  const isWanted = ({ fingerprint }: Finding) =>
    !given.has(fingerprint) && (wanted === undefined || wanted.has(fingerprint));
  for (let one = next(state, isWanted); one !== undefined; one = next(state, isWanted)) {
    const found = mended(one, state, { bases: sides, head, options });
    if (found === undefined) {
      left.push(one.finding);
      given.add(one.finding.fingerprint);
      continue;
    }
    const open = new Set(allBreaks(found.state).map(({ fingerprint }) => fingerprint));
    const gone = allBreaks(state).filter(({ fingerprint }) => !open.has(fingerprint));
    // With another version as base, a location may have another break of the same kind.
    const removed = gone.length === 0 ? [one.finding] : gone;
    const findings = [...new Map(removed.map((finding) => [finding.fingerprint, finding])).values()];
    repaired.push({ findings, edit: found.edit });
    state = found.state;
  }
  return { repaired, left, steps: state.steps, document: state.document };
}

/** A document whose clients must not break. */
interface Base {
  readonly document: OpenApiDocument;
  /** Fingerprints of the breaks that its clients have at the first of the bases. */
  readonly standing: ReadonlySet<string>;
}

function standingIn(document: OpenApiDocument, first: OpenApiDocument, options: CompareOptions): Base {
  const breaks = breaksOf(compare(document, first, options));
  return { document, standing: new Set(breaks.map(({ fingerprint }) => fingerprint)) };
}

/** Compares without the breaks that stand already. */
function comparedTo(
  { document, standing }: Base,
  head: OpenApiDocument,
  options: CompareOptions,
): Comparison {
  const comparison = compare(document, head, options);
  const findings = comparison.findings.filter(({ fingerprint }) => !standing.has(fingerprint));
  return { ...comparison, findings };
}

interface State {
  readonly document: OpenApiDocument;
  /** One for each of the bases. */
  readonly comparisons: readonly Comparison[];
  readonly steps: readonly EditStep[];
}

interface Open {
  readonly finding: Finding;
  /** Index of the base that the break belongs to. */
  readonly of: number;
}

/** Returns the next break. Breaks of receivers come first: they determine what senders may send. */
function next({ comparisons }: State, isWanted: (finding: Finding) => boolean): Open | undefined {
  const open = comparisons.flatMap((comparison, of) =>
    breaksOf(comparison)
      .filter(isWanted)
      .map((finding) => ({ finding, of })),
  );
  return open.find(({ finding }) => isWidening(finding)) ?? open[0];
}

function mended(
  { finding, of }: Open,
  state: State,
  {
    bases,
    head,
    options,
  }: {
    readonly bases: readonly Base[];
    readonly head: OpenApiDocument;
    readonly options: CompareOptions;
  },
): { readonly state: State; readonly edit: Edit } | undefined {
  const base = bases[of]!;
  for (const edit of candidates(finding, repairingOf(base.document, state.document))) {
    const document = edited(state.document, edit.steps);
    // Most candidates fail at once, when only the one operation is compared.
    const { operation } = finding;
    const near = attempt(() => comparedTo(base, document, { ...options, operation }));
    if (near === undefined || near.findings.some((one) => isOpen(one) && isSame(one, finding))) continue;
    const comparisons = attempt(() => bases.map((one) => comparedTo(one, document, options)));
    if (comparisons?.every((after, at) => isBetter(state.comparisons[at]!, after)) !== true) continue;
    if (comparisons[of]!.findings.some((one) => isOpen(one) && isSame(one, finding))) continue;
    const forward = attempt(() => compare(head, document, options));
    if (forward === undefined || breaksOf(forward).some((one) => one.policy === undefined && isWidening(one)))
      continue;
    return { state: { document, comparisons, steps: [...state.steps, ...edit.steps] }, edit };
  }
  return undefined;
}

function isSame(one: Finding, other: Finding): boolean {
  return one.fingerprint === other.fingerprint;
}

function isOpen({ verdict }: Finding): boolean {
  return verdict === "breaking" || verdict === "undecided";
}

/** True if the removed break is not replaced by others. */
function isBetter(before: Comparison, after: Comparison): boolean {
  const old = new Set(before.findings.filter(isOpen).map(({ fingerprint }) => fingerprint));
  return after.findings.filter(isOpen).every(({ fingerprint }) => old.has(fingerprint));
}

function edited(document: OpenApiDocument, steps: readonly EditStep[]): OpenApiDocument {
  return { ...document, root: withSteps(document.root, steps) };
}

/** Returns undefined if an edit makes the document invalid. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function breaksOf({ findings }: Comparison): Finding[] {
  return findings.filter(({ verdict }) => verdict === "breaking");
}

function allBreaks({ comparisons }: State): Finding[] {
  return comparisons.flatMap(breaksOf);
}
