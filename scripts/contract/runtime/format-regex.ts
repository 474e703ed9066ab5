// The format `regex`: regular expressions of ECMA-262 with the flag `u`; escaped punctuation is accepted as
// well.

export function isRegex(text: string): boolean {
  const strict = text
    // Modifiers are part of ECMA-262 since 2025; not every engine supports them.
    .replace(/\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/g, "(?:")
    // An escaped punctuation character matches itself in every dialect; only the letters that ECMA-262
    // defines may be escaped.
    .replace(/\\([^])/g, (all, sign: string) => (/[A-Za-z0-9^$\\.*+?()[\]{}|/]/.test(sign) ? all : "\\x2d"));
  try {
    new RegExp(strict, "u");
    return true;
  } catch {
    return false;
  }
}
