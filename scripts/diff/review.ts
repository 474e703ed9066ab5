// A comparison as a reviewer needs it: what somebody answers for, what is open, and which version this must become.
import type { Acceptance, IdleAcceptance } from "./accept/apply-accepted-changes.ts";
import type { WrittenAcceptedChange } from "./accept/accepted-change.ts";
import type { Comparison, Finding } from "./comparison.ts";
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
  /** Breaks that nobody answers for. */
  readonly open: readonly Finding[];
  readonly idle: readonly IdleAcceptance[];
  /** Undefined when the version is not looked at. */
  readonly version: VersionReview | undefined;
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

/** The verdict in one sentence, as every format opens with it. */
export function headline(review: Review): string {
  const { counts } = review.comparison;
  const parts = [
    count(review.open.length, "breaking change"),
    count(review.accepted.size, "accepted break"),
    counts.undecided > 0 ? `${counts.undecided} undecided` : "",
    count(review.idle.length, "idle acceptance"),
  ].filter((part) => part !== "");
  if (parts.length > 0) return parts.join(", ");
  return review.comparison.findings.length > 0 ? "compatible" : "no change";
}

function count(number: number, noun: string): string {
  if (number === 0) return "";
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What is wrong with an entry of the accepted changes, and the fix. */
export function idleMessage({ entry, state }: IdleAcceptance): string {
  const what = `${entry.operation}, ${entry.rule} (${entry.fingerprint})`;
  return state === "stale"
    ? `Nothing to accept any more: ${what}. Fix: contract diff accept --prune`
    : `The acceptance of ${what} expired on ${entry.expires}. Fix: renew it with contract diff accept, or take the change back`;
}

/** What is wrong with the version, and the fix; undefined when nothing is. */
export function versionMessage(version: VersionReview | undefined): string | undefined {
  if (version === undefined || version.enough) return undefined;
  const { base, head, bump, next } = version;
  return `info.version claims too little: ${base} → ${head}, and the changes ask for a ${bump} step. Fix: make it ${next ?? "a new version"}`;
}
