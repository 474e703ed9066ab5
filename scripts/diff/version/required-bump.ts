// The version step that semantic versioning asks for, from the verdicts.
import type { Comparison } from "../comparison.ts";

/** How far a version must move; ordered. */
export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

/**
 * `major` for a break; `minor` for anything else that an exchange or a name depends on; `patch` for words for people.
 * `difference` is what `differenceOf` says of the two documents.
 */
export function requiredBump(
  { findings }: Pick<Comparison, "findings">,
  difference: "same" | "prose" | "more",
): Bump {
  if (findings.some(({ verdict }) => verdict === "breaking")) return "major";
  return ({ same: "none", prose: "patch", more: "minor" } as const)[difference];
}

interface Version {
  readonly numbers: readonly [number, number, number];
  readonly prerelease: boolean;
}

function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch, prerelease] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], prerelease: prerelease !== undefined };
}

/** What `info.version` claims between base and head; undefined when one of them is no semantic version. */
export function claimedBump(base: string, head: string): Bump | "backwards" | undefined {
  const from = parseVersion(base);
  const to = parseVersion(head);
  if (!from || !to) return undefined;
  const at = from.numbers.findIndex((number, index) => number !== to.numbers[index]);
  if (at === -1) return from.prerelease && !to.prerelease ? "patch" : "none";
  if (to.numbers[at]! < from.numbers[at]!) return "backwards";
  return bumps[bumps.length - 1 - at];
}

/** Below 1.0.0 the second number counts for the first, the third for the second (semver.org, 4). */
function lenient(bump: Bump, base: string): Bump {
  const initial = parseVersion(base)?.numbers[0] === 0;
  if (!initial || bump === "none" || bump === "patch") return bump;
  return bump === "major" ? "minor" : "patch";
}

/** The lowest version that the verdicts allow after `base`; undefined when `base` is no semantic version. */
export function nextVersion(base: string, bump: Bump): string | undefined {
  const version = parseVersion(base);
  if (!version) return undefined;
  const [major, minor, patch] = version.numbers;
  switch (lenient(bump, base)) {
    case "major":
      return `${major + 1}.0.0`;
    case "minor":
      return `${major}.${minor + 1}.0`;
    case "patch":
      return `${major}.${minor}.${patch + 1}`;
    case "none":
      return base;
  }
}

/** Whether the step from `base` to `head` is at least what the verdicts ask for. */
export function claimsEnough(base: string, head: string, bump: Bump): boolean {
  const claimed = claimedBump(base, head);
  if (claimed === undefined) return base !== head || bump === "none";
  return claimed !== "backwards" && bumps.indexOf(claimed) >= bumps.indexOf(lenient(bump, base));
}
