// Patterns as JSON Schema means them: Unicode regular expressions, searched for, not anchored.

/**
 * The regular expression of a pattern. Those that only work without the `u` flag, as `\-` outside a class does, are common
 * in documents and get their way.
 */
export function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}

/** Whether JavaScript has a regular expression for the pattern at all; `(?i)` and `\A` are other languages'. */
export function isUsablePattern(pattern: string): boolean {
  try {
    compilePattern(pattern);
    return true;
  } catch {
    return false;
  }
}
