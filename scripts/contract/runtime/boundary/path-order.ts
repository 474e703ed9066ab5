// Which of several path templates that match a path is meant.

/**
 * Orders templates, the more particular one first, segment by segment from the left: a text, then a segment that holds a text beside
 * parameters (more text first), then a parameter alone (OpenAPI 3.1, section 4.8.8.2: concrete before templated). 0 where neither is.
 *
 * @example compareTemplates("/jobs/{id}:cancel", "/jobs/{id}") < 0
 */
export function compareTemplates(one: string, other: string): number {
  const others = other.split("/").map(rankOf);
  for (const [at, rank] of one.split("/").map(rankOf).entries()) {
    const otherRank = others[at] ?? 0;
    if (rank !== otherRank) return rank > otherRank ? -1 : 1;
  }
  return 0;
}

/** The higher, the more particular. */
function rankOf(segment: string): number {
  const text = segment.replace(/\{[^{}]*\}/g, "");
  return text === segment ? Number.POSITIVE_INFINITY : text.length;
}
