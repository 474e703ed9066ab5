// Compares two sides and adds everything a reviewer needs beside the findings.
import { UsageError } from "../cli/command.ts";
import { type Acceptors, mayAccept } from "./accept/acceptors.ts";
import { applyAcceptedChanges } from "./accept/apply-accepted-changes.ts";
import { parseAcceptedChanges } from "./accept/parse-accepted-changes.ts";
import { compare } from "./compare.ts";
import type { Comparison, CompareOptions } from "./comparison.ts";
import { stepText } from "./history/history.ts";
import { standingSince } from "./history/since.ts";
import { movedContract } from "./moved-contract.ts";
import { findRejectedExamples } from "./old-callers/rejected-examples.ts";
import type { Sides } from "./read-sides.ts";
import { type Grade, gradeFindings } from "./policy/grade.ts";
import { isPartial } from "./policy/operation-filter.ts";
import { type Review, reviewOf, versionReview, type VersionReview, type Versions } from "./review.ts";
import { pathBeside, readBeside, type SideLocation } from "./side-location.ts";
import { differenceOf } from "./version/prose-only.ts";
import type { ReadVersion } from "./versions/read-supported.ts";
import { withSupported } from "./versions/turned-red.ts";
import { addAll } from "../document/long-lists.ts";
import type { Reading } from "../document/read-document.ts";
import { semanticVersion, writtenVersion } from "../document/semantic-version.ts";

/**
 * Runs `compare`, and adds what breaks for other supported versions, a moved contract, and with `--protect
 * sdk` TypeScript's check of old callers and each document's check of the other's examples.
 *
 * @throws UsageError if `options` select no operation
 */
export async function compareWithCallers(
  { before, after, moved }: Pick<Sides, "before" | "after" | "moved">,
  options: CompareOptions,
  versions: readonly ReadVersion[] = [],
): Promise<Comparison> {
  const { now: today = new Date() } = options;
  const comparison = withSupported(compare(before, after, options), {
    before,
    after,
    versions,
    options,
    today,
  });
  if (isPartial(options)) {
    if (comparison.counts.operations === 0) throw unknownOperation(options);
    return comparison;
  }
  const more = moved === undefined ? [] : [movedContract(moved)];
  if (options.protect?.includes("sdk") === true) {
    // Loaded on demand: few comparisons need it.
    const { findBrokenCallers } = await import("./old-callers/old-callers.ts");
    addAll(more, findBrokenCallers(before, after));
    addAll(more, findRejectedExamples(before, after));
  }
  const breaking = comparison.counts.breaking + more.length;
  return {
    ...comparison,
    findings: [...comparison.findings, ...more],
    counts: { ...comparison.counts, breaking },
  };
}

/** Options of a comparison for reviewers. */
export interface ReviewOptions {
  readonly accepted: string | undefined;
  /** Whose acceptances count beside base's. Default: head's, distinguished from base's. */
  readonly acceptors?: Acceptors | undefined;
  readonly checkVersion: boolean;
  readonly compare: CompareOptions;
  readonly grades?: readonly Grade[];
  readonly today: Date;
  readonly cwd: string;
  readonly reading?: Reading;
}

/**
 * Returns a review of a comparison; accepted changes are read from head's side and matched with those of
 * base.
 */
export async function reviewSides(
  sides: Sides,
  comparison: Comparison,
  options: ReviewOptions,
): Promise<Review> {
  const { grades = [], today } = options;
  const graded = gradeFindings(comparison, grades);
  const entries = await acceptedIn(sides.head, options);
  // Errors in base's file can only be fixed by a change of head: the file then accepts nothing.
  const known = await acceptedIn(sides.base, options).catch(() => []);
  const { acceptors = { from: [], approvedBy: [] }, cwd } = options;
  const only = !(await mayAccept(acceptors, [acceptedPath(sides.head, options)], sides.base, cwd));
  const acceptance = applyAcceptedChanges(graded.comparison, entries, today, { entries: known, only });
  const review = reviewOf(
    graded.comparison,
    // A comparison of some operations does not show whether entries for the others are idle.
    isPartial(options.compare) ? { ...acceptance, idle: [] } : acceptance,
  );
  return {
    ...review,
    version: options.checkVersion ? await datedVersion(sides, comparison, options) : undefined,
    ...(sides.note !== undefined && { note: sides.note }),
    ignored: graded.ignored,
  };
}

/** Returns the version's review; if its bump is too low for a break, with the commit of the oldest break. */
async function datedVersion(
  sides: Sides,
  comparison: Comparison,
  { compare, grades = [], cwd, reading = {} }: ReviewOptions,
): Promise<VersionReview> {
  const version = gradedVersion(comparison, grades, versionsOf(sides));
  if (version.enough || version.bump !== "major") return version;
  // In the order of the commits.
  const [oldest] = (await standingSince(sides, compare, { cwd, reading })).values();
  return oldest === undefined || oldest.commit === "" ? version : { ...version, since: stepText(oldest) };
}

function acceptedPath(side: SideLocation, { accepted }: Pick<ReviewOptions, "accepted">): string {
  return accepted ?? pathBeside(side, "accepted-changes.yaml");
}

async function acceptedIn(side: SideLocation, { accepted, cwd }: ReviewOptions) {
  const path = acceptedPath(side, { accepted });
  return parseAcceptedChanges((await readBeside(side, path, cwd)) ?? "", path);
}

/**
 * Returns the versions that the two documents declare, and how far the documents differ.
 *
 * @throws DocumentError, with its line, if head's is not a semantic version
 */
export function versionsOf({ before, after }: Pick<Sides, "before" | "after">): Versions {
  return {
    base: writtenVersion(before) ?? "",
    head: semanticVersion(after),
    difference: differenceOf(before.root, after.root),
  };
}

/**
 * Returns the required version after grading. A break that is left out of the report still counts for users
 * of the version; a graded one does not.
 */
export function gradedVersion(
  comparison: Comparison,
  grades: readonly Grade[],
  versions: Versions,
): VersionReview {
  const regrades = grades.filter(({ to }) => to !== undefined);
  return versionReview(gradeFindings(comparison, regrades).comparison, versions);
}

function unknownOperation({ operation, paths = [], tags = [] }: CompareOptions): UsageError {
  if (operation === undefined) {
    const given = [...paths.map((path) => `--path ${path}`), ...tags.map((tag) => `--tag ${tag}`)].join(" ");
    return new UsageError(`no operation matches ${given}`, {
      expected: "expected the paths or tags of operations of either document",
      fix: "write --path '/v1/**'",
    });
  }
  return new UsageError(`no operation is called ${operation}`, {
    expected: `expected an operationId, or a method and path, of either document, got ${operation}`,
    fix: "write --operation 'GET /path'",
  });
}
