// Escapes text for Markdown as GitHub and GitLab read it: no markup, no mentions, no references.
import { printable } from "../../cli/printable.ts";
import { greatest } from "../../document/long-lists.ts";

/**
 * A zero-width space, inserted after `@`, `#` and similar characters. Character references (`&#64;`) are not
 * sufficient, because GitHub decodes them before it looks for mentions and references.
 */
const separator = "\u200b";

/** Escapes text inside HTML, on one line. */
export function html(text: string): string {
  return unlinked(entities(printable(text)));
}

/**
 * Escapes text inside `<pre>`, where only mentions are linked: a command without `@` can be copied unchanged.
 */
export function preformatted(text: string): string {
  return entities(text).replaceAll("@", `@${separator}`);
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

/** Inserts `separator` into mentions, references to issues, and URLs, so that they are not linked. */
function unlinked(text: string): string {
  return (
    text
      .replaceAll("@", `@${separator}`)
      .replace(/(?<!&)#(?=\d)/g, `#${separator}`)
      // The prefixes of GitLab's merge requests, snippets, labels and milestones.
      .replace(/(?<![\w&])[!$~%](?=\d)/g, `$&${separator}`)
      .replace(/\bGH-(?=\d)/gi, `$&${separator}`)
      .replace(/:(?=\/\/)/g, `:${separator}`)
      .replace(/\bwww\.(?=\w)/gi, `www${separator}.`)
  );
}
