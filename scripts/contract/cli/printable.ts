// Escapes untrusted text before it is printed to a terminal, a log or a comment.

/**
 * Characters that are invisible or move adjacent text: controls, line breaks, bidi controls, other invisible
 * characters, spaces other than U+0020, lone surrogates.
 */
export const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/**
 * Commands of runners that may begin anywhere in a line: `##[` of GitHub's, `##vso[` of Azure Pipelines',
 * `##teamcity[` of TeamCity's.
 * @see https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
 * @see https://www.jetbrains.com/help/teamcity/service-messages.html
 */
const bracketed = /##(?=\w*\[)/g;

/** What a shell command that is printed writes by number. */
export const unprinted = new RegExp(`${unseen.source}|${bracketed.source}`, unseen.flags);

/** Returns the text on one line, with each such character escaped as in JSON: `\n`, `\u202e`. */
export function printable(text: string): string {
  return withoutCommands(text.replace(unseen, escaped));
}

/** Like `printable`, but keeps line breaks. */
export function printableLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => printable(line))
    .join("\n");
}

/** Escapes such characters in the strings of a JSON text, which keeps its meaning. */
export function printableJson(text: string, hidden: RegExp = unseen): string {
  return text
    .replace(hidden, (character) => (character === "\n" ? character : numbered(character)))
    .replace(bracketed, "#\\u0023");
}

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  return short[character] ?? numbered(character);
}

/** `\u2028`; two escapes for a character beyond the basic plane. */
function numbered(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}

/**
 * Breaks up commands to a runner: those, and a line that begins with `::` for GitHub's. Lines may be wrapped
 * between words, so no word may begin with `::`.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function withoutCommands(text: string): string {
  return text.replace(/(^| )::/g, "$1\\u003a:").replace(bracketed, "#\\u0023");
}
