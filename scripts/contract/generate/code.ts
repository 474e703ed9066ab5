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
 * Returns code from a template in this program and parts that are code.
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
