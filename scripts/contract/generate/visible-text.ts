// Escapes characters that are invisible or misleading, so that they become visible.

/** Control characters except tab, and bidirectional controls (UTS #55, section 2.2). */
const unseen = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Replaces such characters by escapes such as `\u202e`, including all kinds of line breaks. */
export function visibleText(text: string): string {
  return text.replace(unseen, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
