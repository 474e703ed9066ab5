// Reads `info.version` as a semantic version (https://semver.org, 2.0.0), or reports the line of an invalid
// one.
import { DocumentError, type Json, type OpenApiDocument } from "./document.ts";
import { isObject } from "./pointer.ts";

/** A parsed version; build metadata is dropped because it does not affect precedence. */
export interface SemanticVersion {
  readonly numbers: readonly [bigint, bigint, bigint];
  /** Empty for a release. */
  readonly prerelease: readonly string[];
}

/** https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
const grammar =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;

/** Parses a semantic version; undefined if the text is not one. */
export function parseVersion(text: string): SemanticVersion | undefined {
  const match = grammar.exec(text);
  if (match === null) return undefined;
  const [, major = "0", minor = "0", patch = "0", prerelease] = match;
  return {
    numbers: [BigInt(major), BigInt(minor), BigInt(patch)],
    prerelease: prerelease?.split(".") ?? [],
  };
}

/**
 * Returns a negative number if `a` precedes `b` (semver.org, 11), a positive one if it follows, 0 for equal
 * precedence.
 */
export function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  for (const [at, number] of a.numbers.entries()) {
    const other = b.numbers[at] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0)
    return b.prerelease.length - a.prerelease.length;
  for (const [at, identifier] of a.prerelease.entries()) {
    const other = b.prerelease[at];
    if (other === undefined) return 1;
    if (identifier !== other) return compareIdentifiers(identifier, other);
  }
  return a.prerelease.length - b.prerelease.length;
}

/** Numeric identifiers compare numerically and precede others, which compare in ASCII order. */
function compareIdentifiers(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => (/^\d+$/.test(text) ? BigInt(text) : undefined));
  if (left !== undefined && right !== undefined) return left < right ? -1 : 1;
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Returns the document's `info.version`, if it is a string. */
export function writtenVersion({ root }: OpenApiDocument): string | undefined {
  const { version } = { version: versionNode(root["info"]) };
  return typeof version === "string" ? version : undefined;
}

/**
 * Returns the document's version.
 *
 * @param flag the command-line flag that can replace it, for the fix
 * @throws DocumentError, with its line, for a number, for a missing version, and for other texts
 */
export function semanticVersion(document: OpenApiDocument, flag?: string): string {
  const version = versionNode(document.root["info"]);
  if (typeof version === "string" && parseVersion(version) !== undefined) return version;
  const got = version === undefined ? "nothing" : JSON.stringify(version);
  const kind = typeof version === "number" ? "a number" : "not a semantic version";
  throw new DocumentError(
    `info.version is ${version === undefined ? "missing" : kind}: expected text such as "1.2.0", got ${got}`,
    {
      place: document.locate(version === undefined ? "/info" : "/info/version"),
      fix: `write version: ${suggestion(version)}${flag === undefined ? "" : `, or give ${flag}`}`,
    },
  );
}

function versionNode(info: Json | undefined): Json | undefined {
  return isObject(info) ? info["version"] : undefined;
}

/** Returns the nearest semantic version: `v1.2` → `1.2.0`. */
function suggestion(version: Json | undefined): string {
  const [major = "1", minor = "0", patch = "0"] = JSON.stringify(version ?? "").match(/\d+/g) ?? [];
  return [major, minor, patch].map((number) => BigInt(number).toString()).join(".");
}
