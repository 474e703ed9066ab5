// Code that is emitted, apart from all other text by its type. A text of a document is a plain string, and there are two ways
// for it to become code: as a literal (literal.ts), and as a comment (comment.ts). Everything else does not compile.

declare const kind: unique symbol;

/** Text of a kind of its own: a string to whoever reads it, and nothing that a string can be assigned to. */
export type Emitted<Kind extends string> = string & { readonly [kind]: Kind };

/** TypeScript, JavaScript or JSON. */
export type Code = Emitted<"code">;

/** What may stand in a template of code; a list stands there without anything between its members. */
export type CodePart = Code | number | readonly Code[];

/**
 * Code from a template of this program's own and from parts that are code.
 *
 * @example emit`const ${name} = ${printLiteral(value)};\n`
 */
export function emit(texts: TemplateStringsArray, ...parts: readonly CodePart[]): Code {
  let all = texts[0] ?? "";
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    all += typeof part === "object" ? part.join("") : String(part);
    all += texts[index + 1] ?? "";
  }
  return all as Code;
}

/** No code at all. */
export const noCode = emit``;

export function joinCode(parts: Iterable<Code>, separator: Code = noCode): Code {
  return [...parts].join(separator) as Code;
}

/**
 * What is code already: a module of this repository, or what a compiler made of code. `test/generate/code.test.ts` holds the
 * list of those who may say so.
 */
export function trustedCode(text: string): Code {
  return text as Code;
}
