// Splits JSON text sequences (RFC 7464).
import type { Split } from "./stream-items.ts";

/**
 * Splits a sequence into texts, each of which starts with a record separator. A text that is complete JSON at
 * a line feed is returned without waiting for the next one; after a failed attempt, parsing is tried again at
 * twice the length.
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
