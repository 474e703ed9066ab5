// The one way a text of the document gets into emitted code as a comment: it can neither end the comment nor break its lines.

/**
 * A doc comment, with the line end that follows it: on one line where it is short, else a line for each of its lines.
 * Paragraphs that are undefined or blank are left out; without any there is no comment.
 */
export function docComment(paragraphs: readonly (string | undefined)[], indent = ""): string {
  const texts = paragraphs.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [text.trim()]));
  if (texts.length === 0) return "";
  const lines = texts.flatMap((text, index) =>
    index === 0 ? commentLines(text) : ["", ...commentLines(text)],
  );
  const [first = ""] = lines;
  if (lines.length === 1 && indent.length + first.length < 104) return `${indent}/** ${first} */\n`;
  const body = lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${indent}/**\n${body}${indent} */\n`;
}

function commentLines(text: string): string[] {
  return text
    .replaceAll("*/", "*\\/")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd());
}
