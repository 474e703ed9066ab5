// Indents generated code for the people who review it.

/** Code of one statement a line, each line moved in by the blocks it is inside of. Lines keep their text. */
export function indentBlocks(code: string, depth = 0): string {
  let level = depth;
  const lines = code.split("\n").map((line) => {
    const text = line.trim();
    if (text === "") return "";
    if (text.startsWith("}") || text.startsWith("]")) level -= 1;
    const indented = "  ".repeat(Math.max(level, 0)) + text;
    if (text.endsWith("{") || text.endsWith("[")) level += 1;
    return indented;
  });
  return lines.filter((line) => line !== "").join("\n");
}
