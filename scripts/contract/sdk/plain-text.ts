// Emitted plain text, for files that are neither code nor Markdown.
import type { Emitted } from "../generate/code.ts";
import { visibleText } from "../generate/visible-text.ts";

/** Plain text that is safe to write. */
export type PlainText = Emitted<"text">;

/** Returns a text with its line breaks kept. */
export function plainText(text: string): PlainText {
  return text
    .split(/\r\n|\n/)
    .map(visibleText)
    .join("\n") as PlainText;
}
