// Patterns that people give for paths, places and rules: `*` within a segment, `**` across them.

/** Whether a text is one that the pattern stands for; braces are those of path templates. */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.split(/(\*{1,2})/);
  const source = parts.map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`, "su").test(text);
}
