// Plain text that is emitted: what people read in files that are neither code nor Markdown.
import type { Emitted } from "../generate/code.ts";
import { visibleText } from "../generate/visible-text.ts";

export type PlainText = Emitted<"text">;

/** A text, its lines apart as they were. */
export function plainText(text: string): PlainText {
  return text
    .split(/\r\n|\n/)
    .map(visibleText)
    .join("\n") as PlainText;
}
