// The format `regex`: what ECMA-262 takes as a regular expression with the flag `u`, escaped punctuation beside.

export function isRegex(text: string): boolean {
  const strict = text
    // Modifiers are ECMA-262's since 2025; not every engine knows them.
    .replace(/\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/g, "(?:")
    // An escaped sign means itself in every language; of letters none may be escaped that ECMA-262 does not have.
    .replace(/\\([^])/g, (all, sign: string) => (/[A-Za-z0-9^$\\.*+?()[\]{}|/]/.test(sign) ? all : "\\x2d"));
  try {
    new RegExp(strict, "u");
    return true;
  } catch {
    return false;
  }
}
