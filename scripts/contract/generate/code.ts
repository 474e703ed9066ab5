// Emitted code, distinguished from other text by its type. A text of a document is a plain string, which can
// become code in two ways only: as a literal (literal.ts) or as a comment (comment.ts). Everything else does
// not compile.

declare const kind: unique symbol;

/** A branded string: it can be used as a string, but a plain string cannot be assigned to it. */
export type Emitted<Kind extends string> = string & { readonly [kind]: Kind };

/** TypeScript, JavaScript or JSON. */
export type Code = Emitted<"code">;

/** What may be inserted into a template of code; the items of a list are concatenated. */
export type CodePart = Code | number | readonly Code[];

/**
 * Returns code from a template in this program and parts that are code. A part within a doc comment of the
 * template cannot end it: a literal is code, and may hold the end of a comment.
 *
 * @example emit`const ${name} = ${printLiteral(value)};\n`
 */
export function emit(texts: TemplateStringsArray, ...parts: readonly CodePart[]): Code {
  const isCommented = commentedParts(texts);
  let all = texts[0] ?? "";
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const text = typeof part === "object" ? part.join("") : String(part);
    all += isCommented[index] === true ? text.replaceAll("*/", "*\\/") : text;
    all += texts[index + 1] ?? "";
  }
  return all as Code;
}

const known = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** Returns for each part of a template whether it is within a doc comment that the template opens. */
function commentedParts(texts: TemplateStringsArray): readonly boolean[] {
  const before = known.get(texts);
  if (before !== undefined) return before;
  let isOpen = false;
  const found = texts.map((text) => {
    for (const [mark] of text.matchAll(/(?:^|(?<=\n))[ \t]*\/\*\*(?=\s|$)|\*\//g)) isOpen = mark !== "*/";
    return isOpen;
  });
  known.set(texts, found);
  return found;
}

/** Empty code. */
export const noCode = emit``;

export function joinCode(parts: Iterable<Code>, separator: Code = noCode): Code {
  return [...parts].join(separator) as Code;
}

/**
 * Marks text as code that already is code: a module of this repository, or compiler output.
 * `test/generate/code.test.ts` lists the permitted callers.
 */
export function trustedCode(text: string): Code {
  return text as Code;
}
