// Quotes words of a command line so that they can be pasted.

/** Returns a word for a POSIX shell, quoted only if necessary. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Returns a flag with its value, which may begin with a dash. */
export function shellFlag(flag: string, value: string): string {
  return `${flag}${value.startsWith("-") ? "=" : " "}${shellWord(value)}`;
}
