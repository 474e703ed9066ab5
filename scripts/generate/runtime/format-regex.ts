// The format `regex`: what ECMA-262 takes as a regular expression, with the `u` flag or without.

export function isRegex(text: string): boolean {
  return isRegexWith(text, "u") || isRegexWith(text, "");
}

function isRegexWith(text: string, flags: string): boolean {
  try {
    new RegExp(text, flags);
    return true;
  } catch {
    return false;
  }
}
