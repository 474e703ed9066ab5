// Indents generated code for the people who review it.
import { type Code, trustedCode } from "./code.ts";

/** Code of one statement a line, each line moved in by the blocks it is inside of. Lines keep their text. */
export function indentBlocks(code: Code, depth = 0): Code {
  let level = depth;
  const lines = code.split("\n").map((line) => {
    const text = line.trim();
    if (text === "") return "";
    if (text.startsWith("}") || text.startsWith("]")) level -= 1;
    const indented = "  ".repeat(Math.max(level, 0)) + text;
    if (text.endsWith("{") || text.endsWith("[")) level += 1;
    return indented;
  });
  return trustedCode(lines.filter((line) => line !== "").join("\n"));
}
