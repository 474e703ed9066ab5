// Words of a command line as a person can paste them.

/** A word for a POSIX shell, bare when it needs no quotes. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
