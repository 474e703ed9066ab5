// A comparison as a reviewer needs it: what somebody answers for, what is open, and which version this must become.
import type { Acceptance, IdleAcceptance } from "./accept/apply-accepted-changes.ts";
import type { WrittenAcceptedChange } from "./accept/accepted-change.ts";
import type { Comparison, Finding } from "./comparison.ts";
import type { IgnoredFinding } from "./policy/grade.ts";
import { bySameChange } from "./same-change.ts";
import { type Bump, claimsEnough, nextVersion, requiredBump } from "./version/required-bump.ts";

/** What `info.version` says against what the verdicts ask for. */
export interface VersionReview {
  readonly base: string;
  readonly head: string;
  readonly bump: Bump;
  readonly enough: boolean;
  /** The lowest version that will do; undefined when base's is no semantic version. */
  readonly next: string | undefined;
}

/** Everything that the formats for reviewers print. */
export interface Review {
  readonly comparison: Comparison;
  readonly accepted: ReadonlyMap<string, WrittenAcceptedChange>;
  /** Fingerprints of those accepted breaks that base does not accept. */
  readonly acceptedHere?: ReadonlySet<string>;
  /** Breaks that nobody answers for. */
  readonly open: readonly Finding[];
  readonly idle: readonly IdleAcceptance[];
  /** Undefined when the version is not looked at. */
  readonly version: VersionReview | undefined;
  /** Where the contract was found, when it is not where it was. */
  readonly note?: string;
  /** What the command line or a config said to leave out. */
  readonly ignored?: readonly IgnoredFinding[];
  /** Breaks under base's config and Overlays that are none under those of this change. */
  readonly excused?: readonly ExcusedFinding[];
}

/** A break that is none because the change that makes it edits what findings count for. */
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

/** Puts the parts together; without `versions` the version is not looked at. */
export function reviewOf(comparison: Comparison, acceptance: Acceptance, versions?: Versions): Review {
  return { comparison, ...acceptance, version: versions && versionReview(comparison, versions) };
}

/** What the changes ask of the version, against what it says. */
export function versionReview(comparison: Comparison, { base, head, difference }: Versions): VersionReview {
  const bump = requiredBump(comparison, difference);
  return { base, head, bump, enough: claimsEnough(base, head, bump), next: nextVersion(base, bump) };
}

/** How many there are of what a reviewer must know: the same numbers in every format. */
export interface Tally {
  /** Open breaks: one change of a shared schema may show in many places. */
  readonly changes: number;
  readonly places: number;
  readonly accepted: number;
  /** Those among the accepted that base does not accept. */
  readonly acceptedHere: number;
  readonly undecided: number;
  /** Breaks and undecided places that the command line said to leave out or to grade down. */
  readonly ignored: number;
  /** Breaks that an edit of this change to a config or an Overlay keeps from being any. */
  readonly excused: number;
  readonly notices: number;
}

export function tallyOf(review: Review): Tally {
  const { comparison, open, accepted, acceptedHere, ignored = [], excused = [] } = review;
  const of = (verdict: Finding["verdict"]) =>
    comparison.findings.filter((finding) => finding.verdict === verdict).length;
  return {
    changes: bySameChange(open).length,
    places: open.length,
    accepted: accepted.size,
    acceptedHere: acceptedHere?.size ?? 0,
    undecided: of("undecided"),
    ignored: ignored.filter(({ from }) => from === "breaking" || from === "undecided").length,
    excused: excused.length,
    notices: of("notice"),
  };
}

/** The verdict in one sentence, as every format opens with it: *compatible* only where all was shown to be. */
export function headline(review: Review): string {
  const { changes, places, accepted, acceptedHere, undecided, ignored, excused, notices } = tallyOf(review);
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
    review.idle.length === 0 ? "" : counted(review.idle.length, "idle acceptance"),
  ].filter((part) => part !== "");
  if (parts.length > 0) return parts.join(", ");
  if (notices > 0) return `compatible, ${counted(notices, "notice")}`;
  return review.comparison.counts.compatible > 0 ? "compatible" : "no change";
}

/** The files that excuse. */
function editedBy({ excused = [] }: Review): string {
  return [...new Set(excused.flatMap(({ by }) => by))].join(", ");
}

/** What a change excuses of itself, by which edit. */
export function excusedMessage({ finding, by }: ExcusedFinding): string {
  const { operation, side, place, rule, action, detail, fingerprint } = finding;
  const what = [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
  return `A break under base's rules, and none under those of this change, which edits ${by.join(", ")} itself: ${what} (${fingerprint})`;
}

/** `1 notice`, `2 notices`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What a finding comes to in a review: its verdict, unless somebody answers for it. */
export function stateOf(
  { accepted }: Review,
  { verdict, fingerprint }: Finding,
): Finding["verdict"] | "accepted" {
  return verdict === "breaking" && accepted.has(fingerprint) ? "accepted" : verdict;
}

/** What is wrong with an entry of the accepted changes, and the fix. */
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

/** Who answers for a break, until when, and whether base knows of it. */
export function acceptanceText({ acceptedHere }: Review, entry: WrittenAcceptedChange): string {
  const here = acceptedHere?.has(entry.fingerprint) === true ? ", in this pull request" : "";
  return `accepted by ${entry.author} until ${entry.expires}${here}: ${entry.reason}`;
}

/** What is wrong with the version, and the fix; undefined when nothing is. */
export function versionMessage(version: VersionReview | undefined): string | undefined {
  if (version === undefined || version.enough) return undefined;
  const { base, head, bump, next } = version;
  return `info.version claims too little: ${base} → ${head}, and the changes require a ${bump} step. Fix: make it ${next ?? "a new version"}`;
}
