// JSON text sequences (RFC 7464).
import type { Split } from "./stream-items.ts";

/**
 * The texts of a sequence, each begun by a record separator. One that its line feed completes does not wait for the next; it is looked at
 * again when it is twice as long.
 */
export function sequence(): Split {
  let begun = "";
  let seen = 0;
  return (text, isOver) => {
    const parts = text.split("\x1e");
    parts[0] = begun + (parts[0] ?? "");
    if (parts.length > 1) seen = 0;
    begun = parts.pop() ?? "";
    const isWhole = begun.endsWith("\n") && begun.length >= 2 * seen && isJsonText(begun);
    if (isOver || isWhole) {
      parts.push(begun);
      begun = "";
    }
    seen = begun.endsWith("\n") && begun.length >= 2 * seen ? begun.length : seen;
    return parts.map((part) => ({ data: part.trim() })).filter(({ data }) => data);
  };
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
