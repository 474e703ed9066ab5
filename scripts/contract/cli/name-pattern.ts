// Patterns in flags and configs for paths, locations and rules: `*` matches within a segment, `**` across
// segments.

/** Returns true if a text matches the pattern; braces are literal, as in path templates. */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.split(/(\*{1,2})/);
  const source = parts.map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`, "su").test(text);
}
