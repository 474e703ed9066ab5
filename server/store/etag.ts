// Entity tags of pools and the evaluation of If-Match (RFC 9110 sections 8.8.3 and 13.1.1).
import type { IfMatch } from "./writes.ts";

/** The strong entity tag of a version, quotes included: the value of the `ETag` header. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/** True if `If-Match` permits a write to a resource at this version. */
export function ifMatchHolds(ifMatch: IfMatch | undefined, version: number): boolean {
  return ifMatch === undefined || ifMatch === "*" || ifMatch.includes(entityTag(version));
}

const listedTag = /(?<weak>W\/)?(?<tag>"[^"]*")/g;

/**
 * Parses an `If-Match` header that matches the contract's pattern. Weak tags are dropped: If-Match uses
 * strong comparison, so they match nothing.
 *
 * @example readIfMatch('"1", W/"2", "3"') // ['"1"', '"3"']
 */
export function readIfMatch(header: string): IfMatch {
  if (header === "*") return "*";
  const tags: string[] = [];
  for (const { groups } of header.matchAll(listedTag)) {
    if (groups?.["tag"] !== undefined && groups["weak"] === undefined) tags.push(groups["tag"]);
  }
  return tags;
}
