// Precedence among the path templates that match a path.

/**
 * Compares templates, the more specific one first, segment by segment from the left: a literal, then a
 * segment with literal text and parameters (more text first), then a parameter alone (OpenAPI 3.1, section
 * 4.8.8.2: concrete before templated). Returns 0 if neither is more specific.
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

/** Returns the specificity of a segment; higher is more specific. */
function rankOf(segment: string): number {
  const text = segment.replace(/\{[^{}]*\}/g, "");
  return text === segment ? Number.POSITIVE_INFINITY : text.length;
}
