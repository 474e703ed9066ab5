// The one way a text of the document gets into emitted code as a comment: it can neither end the comment nor break its lines,
// and no line of it is a tag or an instruction to a compiler.
import { type Code, trustedCode } from "./code.ts";
import { visibleText } from "./visible-text.ts";

/** A tag of this program's own, such as `@deprecated`. */
export interface DocTag {
  readonly tag: "default" | "deprecated" | "example" | "param";
  readonly text: string;
}

export function docTag(tag: DocTag["tag"], text = ""): DocTag {
  return { tag, text };
}

/**
 * A doc comment, with the line end that follows it: on one line where it is short, else a line for each of its lines.
 * Paragraphs that are undefined or blank are left out; without any there is no comment. Tags of one kind stand together.
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

/** A tag within a doc comment that has been opened, and is closed, elsewhere. */
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

/** `@internal`, `@ts-ignore`: read as what the document says, not obeyed. Markdown shows the sign without the backslash. */
function withoutTag(line: string): string {
  return line.replace(/^([\s*/]*)@/, "$1\\@");
}
