// The line of `.gitattributes` that names the contract's diff driver.

/** A pattern that means exactly one path (gitattributes, "Patterns"; gitignore, "Pattern format"). */
export function attributesLine(path: string): string {
  // Escaped for the pattern; a quoted pattern is read as C reads strings.
  const pattern = path.replace(/[\\*?[\]]/g, "\\$&").replace(/^[!#]/, "\\$&");
  const anchored = pattern.includes("/") ? pattern : `/${pattern}`;
  const isPlain = /^[^\s"]+$/.test(anchored);
  const written = isPlain ? anchored : `"${anchored.replace(/[\\"]/g, "\\$&")}"`;
  return `${written} diff=contract`;
}
