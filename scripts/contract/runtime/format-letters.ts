// Internationalized formats: the ASCII formats, with all characters beyond ASCII accepted as letters.

/** Returns the text with each character beyond ASCII replaced by an ASCII letter. */
export function withoutLetters(text: string): string {
  return text.replace(/[\u{a1}-\u{d7ff}\u{e000}-\u{10ffff}]/gu, "a");
}
