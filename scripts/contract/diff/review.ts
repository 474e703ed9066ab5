// A comparison for reviewers: accepted breaks, open breaks, and the required version.
import type { Acceptance, IdleAcceptance } from "./accept/apply-accepted-changes.ts";
import type { WrittenAcceptedChange } from "./accept/accepted-change.ts";
import type { Comparison, Finding } from "./comparison.ts";
import type { IgnoredFinding } from "./policy/grade.ts";
import { bySameChange } from "./same-change.ts";
import { type Bump, claimsEnough, nextVersion, requiredBump } from "./version/required-bump.ts";

/** The bump of `info.version` compared with the one the verdicts require. */
export interface VersionReview {
  readonly base: string;
  readonly head: string;
  readonly bump: Bump;
  readonly enough: boolean;
  /** The lowest sufficient version; undefined if base's is not a semantic version. */
  readonly next: string | undefined;
  /** The oldest break's commit and date (`def5678, 2026-02-03`), if several commits touch the contract. */
  readonly since?: string;
}

/** Everything that the formats for reviewers print. */
export interface Review {
  readonly comparison: Comparison;
  readonly accepted: ReadonlyMap<string, WrittenAcceptedChange>;
  /** Fingerprints of those accepted breaks that base does not accept. */
  readonly acceptedHere?: ReadonlySet<string>;
  /** Breaks without an acceptance. */
  readonly open: readonly Finding[];
  readonly idle: readonly IdleAcceptance[];
  /** Undefined if the version is not checked. */
  readonly version: VersionReview | undefined;
  /** Where the contract was found, if it moved. */
  readonly note?: string;
  /** Findings that the command line or a config leaves out. */
  readonly ignored?: readonly IgnoredFinding[];
  /** Breaks under base's config and Overlays that are none under those of this change. */
  readonly excused?: readonly ExcusedFinding[];
}

/** A break that does not count because the same change edits the grading of findings. */
export interface ExcusedFinding {
  readonly finding: Finding;
  /** The edited files: the config, Overlays. */
  readonly by: readonly string[];
}

/** The two `info.version`s, and how far the documents differ. */
export interface Versions {
  readonly base: string;
  readonly head: string;
  readonly difference: "same" | "prose" | "more";
}

/** Returns the review; without `versions` the version is not checked. */
export function reviewOf(comparison: Comparison, acceptance: Acceptance, versions?: Versions): Review {
  return { comparison, ...acceptance, version: versions && versionReview(comparison, versions) };
}

/** Compares the bump that the changes require with the declared one. */
export function versionReview(comparison: Comparison, { base, head, difference }: Versions): VersionReview {
  const bump = requiredBump(comparison, difference);
  return { base, head, bump, enough: claimsEnough(base, head, bump), next: nextVersion(base, bump) };
}

/** The counts a reviewer needs: the same numbers in every format. */
export interface Tally {
  /**
   * Number of distinct changes among the open breaks: one change of a shared schema may appear at many
   * locations.
   */
  readonly changes: number;
  readonly places: number;
  readonly accepted: number;
  /** Number of accepted breaks that base does not accept. */
  readonly acceptedHere: number;
  readonly undecided: number;
  /** Number of breaks and undecided findings that the command line or a config leaves out. */
  readonly ignored: number;
  /** Number of those that it gives a lesser verdict. */
  readonly graded: number;
  /** Number of breaks that an edit of this change to a config or an Overlay excuses. */
  readonly excused: number;
  readonly notices: number;
}

export function tallyOf(review: Review): Tally {
  const { comparison, open, accepted, acceptedHere, ignored = [], excused = [] } = review;
  const withheld = ignored.filter(({ from }) => from === "breaking" || from === "undecided");
  const of = (verdict: Finding["verdict"]) =>
    comparison.findings.filter((finding) => finding.verdict === verdict).length;
  return {
    changes: bySameChange(open).length,
    places: open.length,
    accepted: accepted.size,
    acceptedHere: acceptedHere?.size ?? 0,
    undecided: of("undecided"),
    ignored: withheld.filter(({ to }) => to === undefined).length,
    graded: withheld.filter(({ to }) => to !== undefined && to !== "breaking").length,
    excused: excused.length,
    notices: of("notice"),
  };
}

/**
 * Returns the verdict in one sentence, the first of every format: *compatible* only if everything was proved.
 */
export function headline(review: Review): string {
  const tally = tallyOf(review);
  const { changes, places, accepted, acceptedHere, undecided, ignored, graded, excused, notices } = tally;
  const elsewhere = places > changes ? ` in ${places} places` : "";
  const parts = [
    changes === 0 ? "" : counted(changes, "breaking change") + elsewhere,
    accepted === acceptedHere ? "" : counted(accepted - acceptedHere, "accepted break"),
    acceptedHere === 0 ? "" : `${counted(acceptedHere, "break")} accepted by this pull request`,
    excused === 0
      ? ""
      : `${counted(excused, "break")} excused by this pull request's own edit of ${editedBy(review)}`,
    undecided === 0 ? "" : `${undecided} undecided`,
    ignored === 0 ? "" : counted(ignored, "ignored finding"),
    graded === 0 ? "" : `${counted(graded, "finding")} graded down`,
    review.idle.length === 0 ? "" : counted(review.idle.length, "idle acceptance"),
  ].filter((part) => part !== "");
  if (parts.length > 0) return parts.join(", ");
  if (notices > 0) return `compatible, ${counted(notices, "notice")}`;
  return review.comparison.counts.compatible > 0 ? "compatible" : "no change";
}

/** Returns the files whose edits excuse breaks. */
function editedBy({ excused = [] }: Review): string {
  return [...new Set(excused.flatMap(({ by }) => by))].join(", ");
}

/** Returns the message about a break that a change excuses itself, with the edited files. */
export function excusedMessage({ finding, by }: ExcusedFinding): string {
  const { operation, side, place, rule, action, detail, fingerprint } = finding;
  const what = [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
  return `A break under base's rules, and none under those of this change, which edits ${by.join(", ")} itself: ${what} (${fingerprint})`;
}

/** Returns `1 notice`, `2 notices`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Returns the state of a finding in a review: its verdict, unless it is accepted. */
export function stateOf(
  { accepted }: Review,
  { verdict, fingerprint }: Finding,
): Finding["verdict"] | "accepted" {
  return verdict === "breaking" && accepted.has(fingerprint) ? "accepted" : verdict;
}

/** Returns the problem of an entry of the accepted changes, and the fix. */
export function idleMessage({ entry, state }: IdleAcceptance): string {
  const what = `${entry.operation}, ${entry.rule} (${entry.fingerprint})`;
  switch (state) {
    case "stale":
      return `Nothing to accept any more: ${what}. Fix: contract diff accept --prune`;
    case "expired":
      return `The acceptance of ${what} expired on ${entry.expires}. Fix: renew it with contract diff accept, or take the change back`;
    case "too-long":
      return `The acceptance of ${what} would count until ${entry.expires}, more than a year. Fix: name a day within a year`;
  }
}

/** Returns who accepted a break, until when, and whether base has the entry. */
export function acceptanceText({ acceptedHere }: Review, entry: WrittenAcceptedChange): string {
  const here = acceptedHere?.has(entry.fingerprint) === true ? ", in this pull request" : "";
  return `accepted by ${entry.author} until ${entry.expires}${here}: ${entry.reason}`;
}

/** Returns the problem of the version, and the fix; undefined if there is none. */
export function versionMessage(version: VersionReview | undefined): string | undefined {
  if (version === undefined || version.enough) return undefined;
  const { base, head, bump, next, since } = version;
  const from = since === undefined ? "" : ` since ${since}`;
  return `info.version claims too little: ${base} → ${head}, and the changes require a ${bump} step${from}. Fix: make it ${next ?? "a new version"}`;
}
