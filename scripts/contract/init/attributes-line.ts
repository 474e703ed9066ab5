// The line of `.gitattributes` that assigns the contract's diff driver.

/**
 * Returns a pattern that matches exactly one path (gitattributes, "Patterns"; gitignore, "Pattern format").
 */
export function attributesLine(path: string): string {
  // Escaped for the pattern syntax; a quoted pattern uses the escapes of C strings.
  const pattern = path.replace(/[\\*?[\]]/g, "\\$&").replace(/^[!#]/, "\\$&");
  const anchored = pattern.includes("/") ? pattern : `/${pattern}`;
  const isPlain = /^[^\s"]+$/.test(anchored);
  const written = isPlain ? anchored : `"${anchored.replace(/[\\"]/g, "\\$&")}"`;
  return `${written} diff=contract`;
}
