// International formats are those of ASCII with the characters of all other scripts beside the letters.

/** The text with an ASCII letter in place of each character beyond ASCII. */
export function withoutLetters(text: string): string {
  return text.replace(/[\u{a1}-\u{d7ff}\u{e000}-\u{10ffff}]/gu, "a");
}
