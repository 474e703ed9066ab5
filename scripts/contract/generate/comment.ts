// The only way for a text of the document to become a comment in emitted code: it can neither end the comment
// nor break its lines, and no line of it is a tag or a compiler directive.
import { type Code, trustedCode } from "./code.ts";
import { visibleText } from "./visible-text.ts";

/** A tag that this program adds, such as `@deprecated`. */
export interface DocTag {
  readonly tag: "default" | "deprecated" | "example" | "param";
  readonly text: string;
}

export function docTag(tag: DocTag["tag"], text = ""): DocTag {
  return { tag, text };
}

/**
 * Returns a doc comment with the following line break: on one line if it is short, otherwise with one line
 * for each of its lines. Undefined and blank paragraphs are omitted; without paragraphs there is no comment.
 * Tags of one kind are grouped.
 */
export function docComment(paragraphs: readonly (string | DocTag | undefined)[], indent = ""): Code {
  const lines = paragraphs.flatMap((paragraph, index) => {
    const own = paragraphLines(paragraph);
    const before = paragraphs.slice(0, index).findLast((one) => paragraphLines(one).length > 0);
    return own.length === 0 || before === undefined || isSameTag(before, paragraph) ? own : ["", ...own];
  });
  const [first = ""] = lines;
  if (lines.length === 0) return trustedCode("");
  if (lines.length === 1 && indent.length + first.length < 104)
    return trustedCode(`${indent}/** ${first} */\n`);
  return trustedCode(`${indent}/**\n${printCommentLines(lines, indent)}${indent} */\n`);
}

/** Returns a tag for a doc comment that the caller opens and closes. */
export function tagLines(tag: DocTag): Code {
  return trustedCode(printCommentLines(paragraphLines(tag), ""));
}

function printCommentLines(lines: readonly string[], indent: string): string {
  return lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("");
}

function paragraphLines(paragraph: string | DocTag | undefined): string[] {
  if (paragraph === undefined) return [];
  if (typeof paragraph === "string") {
    return paragraph.trim() === "" ? [] : linesOf(paragraph.trim()).map(withoutTag);
  }
  const [first = "", ...rest] = linesOf(paragraph.text);
  return [`@${paragraph.tag} ${first}`.trimEnd(), ...rest.map(withoutTag)];
}

function isSameTag(one: string | DocTag, other: string | DocTag | undefined): boolean {
  return typeof one === "object" && typeof other === "object" && one.tag === other.tag;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => visibleText(line).replaceAll("*/", "*\\/").trimEnd());
}

/**
 * Escapes tags in the document's text, such as `@internal` and `@ts-ignore`, so that they have no effect.
 * Markdown renders the sign without the backslash.
 */
function withoutTag(line: string): string {
  return line.replace(/^([\s*/]*)@/, "$1\\@");
}
