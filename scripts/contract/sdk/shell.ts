// Emitted shell commands, distinguished from other text by their type.
import type { Emitted } from "../generate/code.ts";

/** A shell command that is safe to write. */
export type Shell = Emitted<"shell">;

/**
 * Returns a command from a template in this program and from words.
 *
 * @example shell`npm install ${shellWord(name)}`
 */
export function shell(texts: TemplateStringsArray, ...words: readonly (Shell | readonly Shell[])[]): Shell {
  const all = texts.map((text, index) => {
    const word = words[index] ?? "";
    return text + (typeof word === "object" ? word.join("") : word);
  });
  return all.join("") as Shell;
}

/**
 * Returns a text as one word: unquoted if no shell treats it specially, otherwise quoted. Throws a TypeError
 * for a line break.
 */
export function shellWord(text: string): Shell {
  if (/^[\w@%+:,./-]+$/.test(text)) return text as Shell;
  if (/[\p{Cc}\u2028\u2029]/u.test(text))
    throw new TypeError(`${JSON.stringify(text)} cannot be written as a shell word`);
  return `'${text.replaceAll("'", "'\\''")}'` as Shell;
}

/** Returns the name of an environment variable. Throws a TypeError for anything else. */
export function shellVariable(name: string): Shell {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw new TypeError(`${JSON.stringify(name)} is not a valid variable name`);
  return name as Shell;
}
