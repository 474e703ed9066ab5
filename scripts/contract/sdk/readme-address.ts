// Prints the README's section on running its example: the variables that it needs, and how to select another
// server.
import type { Plan } from "../generate/plan.ts";
import { memberObject, sentSchemes } from "../generate/resources/credential-schemes.ts";
import { defaultUrl } from "../generate/resources/server-urls.ts";
import { mark, type Markdown, shellBlock, span } from "./markdown.ts";
import { text } from "./package-settings.ts";
import { shell, shellVariable, shellWord } from "./shell.ts";

/** Returns how to run the example, with the variables of the first security scheme. */
export function runExample(plan: Plan): Markdown {
  const [first] = sentSchemes(plan);
  const variables = (first?.fields ?? []).flatMap(({ env }) =>
    env === undefined ? [] : shell`${shellVariable(env)}=… `,
  );
  return mark`Save it as \`example.mjs\`, and run it:\n\n${shellBlock(shell`${variables}node example.mjs`)}`;
}

/** Returns where calls are sent, and how to send them to another server, such as one on this machine. */
export function addressSection(plan: Plan): Markdown {
  const url = defaultUrl(plan);
  const env = text(memberObject(memberObject(plan.document.root, "x-sdk"), "baseUrl")["env"]);
  const known = url === undefined ? mark`The document names no server` : mark`Calls go to ${span(url)}`;
  const option =
    url === undefined
      ? mark`The option \`baseUrl\` names it`
      : mark`The option \`baseUrl\` names another server`;
  if (env === undefined) return mark`## Address\n\n${known}. ${option}.`;
  // Self-hosted servers have their paths where the public server has them.
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, "") : "";
  const line = shell`${shellVariable(env)}=${shellWord(`http://127.0.0.1:3000${path}`)} node example.mjs`;
  return mark`## Address

${known}. ${option}, and so does ${span(env)} in the environment:

${shellBlock(line)}`;
}
