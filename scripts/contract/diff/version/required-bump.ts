// Derives the version bump that semantic versioning requires from the verdicts.
import type { Comparison } from "../comparison.ts";
import { compareVersions, parseVersion } from "../../document/semantic-version.ts";

/** The bumps, in ascending order. */
export const bumps = ["none", "patch", "minor", "major"] as const;
/** A step of semantic versioning. */
export type Bump = (typeof bumps)[number];

/**
 * Returns `major` for a break; `minor` for anything else that affects an exchange or a name; `patch` for
 * prose. `difference` is the result of `differenceOf` for the two documents.
 */
export function requiredBump(
  { findings }: Pick<Comparison, "findings">,
  difference: "same" | "prose" | "more",
): Bump {
  // The path of the contract is not part of its content.
  if (findings.some(({ verdict, policy }) => verdict === "breaking" && policy !== "path")) return "major";
  return ({ same: "none", prose: "patch", more: "minor" } as const)[difference];
}

/**
 * Returns the bump of `info.version` between base and head; undefined if one of them is not a semantic
 * version.
 */
export function claimedBump(base: string, head: string): Bump | "backwards" | undefined {
  const [from, to] = [parseVersion(base), parseVersion(head)];
  if (from === undefined || to === undefined) return undefined;
  const order = compareVersions(from, to);
  if (order > 0) return "backwards";
  // Neither a pre-release nor a step from one guarantees compatibility (semver.org, 9).
  if (from.prerelease.length > 0 || to.prerelease.length > 0) return order === 0 ? "none" : "major";
  const at = from.numbers.findIndex((number, index) => number !== to.numbers[index]);
  return at === -1 ? "none" : bumps[bumps.length - 1 - at];
}

/**
 * Below 1.0.0 the minor version takes the role of the major one, and the patch version that of the minor one
 * (semver.org, 4).
 */
function lenient(bump: Bump, base: string): Bump {
  const initial = parseVersion(base)?.numbers[0] === 0n;
  if (!initial || bump === "none" || bump === "patch") return bump;
  return bump === "major" ? "minor" : "patch";
}

/**
 * Returns the lowest version after `base` that the verdicts allow; undefined if `base` is not a semantic
 * version.
 */
export function nextVersion(base: string, bump: Bump): string | undefined {
  const version = parseVersion(base);
  if (version === undefined) return undefined;
  if (bump !== "none" && version.prerelease.length > 0) return nextPrerelease(base, version.prerelease);
  const [major, minor, patch] = version.numbers;
  switch (lenient(bump, base)) {
    case "major":
      return `${major + 1n}.0.0`;
    case "minor":
      return `${major}.${minor + 1n}.0`;
    case "patch":
      return `${major}.${minor}.${patch + 1n}`;
    case "none":
      return base;
  }
}

/** `2.0.0-rc.1` → `2.0.0-rc.2`; `2.0.0-beta` → `2.0.0-beta.1`. */
function nextPrerelease(base: string, identifiers: readonly string[]): string {
  const last = identifiers.at(-1) ?? "";
  const next = /^\d+$/.test(last)
    ? [...identifiers.slice(0, -1), String(BigInt(last) + 1n)]
    : [...identifiers, "1"];
  return `${base.slice(0, base.indexOf("-"))}-${next.join(".")}`;
}

/** True if the bump from `base` to `head` is at least the one the verdicts require. */
export function claimsEnough(base: string, head: string, bump: Bump): boolean {
  const claimed = claimedBump(base, head);
  if (claimed === undefined) return base !== head || bump === "none";
  return claimed !== "backwards" && bumps.indexOf(claimed) >= bumps.indexOf(lenient(bump, base));
}
