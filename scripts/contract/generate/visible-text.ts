// Characters that show nothing, or make a reader see another text than there is, as escapes that everybody can see.

/** Controls but the tabulator, and controls of direction (UTS #55, section 2.2). */
const unseen = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** `\u202e` in place of the character. Line ends of all kinds are among them. */
export function visibleText(text: string): string {
  return text.replace(unseen, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
