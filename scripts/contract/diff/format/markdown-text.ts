// Escapes text for Markdown as GitHub and GitLab read it: no markup, no mentions, no references.
import { printable } from "../../cli/printable.ts";
import { greatest } from "../../document/long-lists.ts";

/**
 * U+200B: GitHub finds mentions and references in the text that entities represent, so an entity alone
 * prevents none.
 */
const apart = "\u200b";

/** Escapes text inside HTML, on one line. */
export function html(text: string): string {
  return unlinked(entities(printable(text)));
}

/** Escapes text inside `<pre>`, where nothing is linked: a command can be copied unchanged. */
export function preformatted(text: string): string {
  return entities(text).replaceAll("@", `@${apart}`);
}

function entities(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Returns a name in HTML, as code. */
export function code(text: string): string {
  return `<code>${html(text)}</code>`;
}

/** Escapes a sentence in Markdown, on one line. */
export function markdownText(text: string): string {
  return unlinked(printable(text)).replace(/[\\`*_[\]<>&|~#$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Returns a name in Markdown as a code span: its fence is longer than any in the name. */
export function codeSpan(name: string): string {
  const text = printable(name);
  const longest = greatest(
    Array.from(text.matchAll(/`+/g), ([run]) => run.length),
    0,
  );
  const fence = "`".repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** Breaks mentions, references to issues and addresses after their sign. */
function unlinked(text: string): string {
  return (
    text
      .replaceAll("@", `@${apart}`)
      .replace(/(?<!&)#(?=\d)/g, `#${apart}`)
      // The signs of GitLab's merge requests, snippets, labels and milestones.
      .replace(/(?<![\w&])[!$~%](?=\d)/g, `$&${apart}`)
      .replace(/\bGH-(?=\d)/gi, `$&${apart}`)
      .replace(/:(?=\/\/)/g, `:${apart}`)
      .replace(/\bwww\.(?=\w)/gi, `www${apart}.`)
  );
}
