// The one way a text that somebody else wrote gets into what a person reads: in a terminal, in a log, in a comment.

/**
 * What cannot be seen, or moves what stands beside it: controls, line ends, bidi controls, other invisible characters,
 * blanks that are not U+0020, halves of surrogate pairs.
 */
export const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** The text on one line, each character that cannot be seen as `\n`, `\u202e`: as JSON writes them. */
export function printable(text: string): string {
  return withoutCommands(text.replace(unseen, escaped));
}

/** A text of several lines: their ends stay. */
export function printableLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => printable(line))
    .join("\n");
}

/** JSON text whose strings say with escapes what could not be seen; it means the same. */
export function printableJson(text: string, hidden: RegExp = unseen): string {
  return text
    .replace(hidden, (character) => (character === "\n" ? character : numbered(character)))
    .replaceAll("##[", "#\\u0023[");
}

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  return short[character] ?? numbered(character);
}

/** `\u2028`; two of them beyond the basic plane. */
function numbered(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}

/**
 * A line that begins with `::`, and `##[` anywhere in one, are commands to GitHub's runner. Lines are broken between words,
 * so no word may begin with it.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function withoutCommands(text: string): string {
  return text.replace(/(^| )::/g, "$1\\u003a:").replaceAll("##[", "#\\u0023[");
}
