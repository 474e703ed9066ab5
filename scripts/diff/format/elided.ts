// Long texts, shortened where people read them.

/** A text without its middle, and how much is left out. Counts code points, so that no character is cut in two. */
export function elided(text: string, limit: number): string {
  const points = Array.from(text);
  if (points.length <= limit) return text;
  const kept = Math.floor(limit / 2);
  return `${points.slice(0, kept).join("")}…(${points.length - 2 * kept} characters)…${points.slice(-kept).join("")}`;
}
