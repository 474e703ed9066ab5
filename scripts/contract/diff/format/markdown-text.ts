// Text in Markdown as GitHub and GitLab read it: no markup, nobody is called, nothing is referred to.
import { printable } from "../../cli/printable.ts";
import { greatest } from "../../document/long-lists.ts";

/** U+200B: GitHub finds mentions and references in the text that entities stand for, so an entity alone stops none. */
const apart = "\u200b";

/** Text inside HTML. */
export function html(text: string): string {
  return unlinked(entities(text));
}

/** Text inside `<pre>`, where nothing is linked: a command stays as it is to be copied. */
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

/** A name in HTML, in the type of code. */
export function code(text: string): string {
  return `<code>${html(text)}</code>`;
}

/** A sentence in Markdown. */
export function markdownText(text: string): string {
  return unlinked(text).replace(/[\\`*_[\]<>&|~#$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A name in Markdown, as a code span: its fence is longer than any that the name has. */
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

/** Mentions, references to issues and addresses, each broken after its sign. */
function unlinked(text: string): string {
  return (
    text
      .replaceAll("@", `@${apart}`)
      .replace(/(?<!&)#(?=\d)/g, `#${apart}`)
      // GitLab's merge requests, snippets, labels and milestones.
      .replace(/(?<![\w&])[!$~%](?=\d)/g, `$&${apart}`)
      .replace(/\bGH-(?=\d)/gi, `$&${apart}`)
      .replace(/:(?=\/\/)/g, `:${apart}`)
      .replace(/\bwww\.(?=\w)/gi, `www${apart}.`)
  );
}
