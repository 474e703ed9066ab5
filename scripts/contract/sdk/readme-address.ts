// Prints the README's section on running its example: the variables that it needs, and how to select another
// server.
import type { Plan } from "../generate/plan.ts";
import { memberObject, sentSchemes } from "../generate/resources/credential-schemes.ts";
import { type Code, emit } from "../generate/code.ts";
import { printKey, printString } from "../generate/literal.ts";
import { defaultUrl, serverTemplate } from "../generate/resources/server-urls.ts";
import { joinMarkdown, mark, type Markdown, prose, shellBlock, span, table } from "./markdown.ts";
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
export function addressSection(plan: Plan, className: Code): Markdown {
  const url = defaultUrl(plan);
  const env = text(memberObject(memberObject(plan.document.root, "x-sdk"), "baseUrl")["env"]);
  const known = url === undefined ? mark`The document names no server` : mark`Calls go to ${span(url)}`;
  const option =
    url === undefined
      ? mark`The option \`baseUrl\` names it`
      : mark`The option \`baseUrl\` names another server`;
  const variables = variablesSection(plan, className);
  if (env === undefined) return mark`## Address\n\n${known}. ${option}.${variables}`;
  // Self-hosted servers have their paths where the public server has them.
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, "") : "";
  const line = shell`${shellVariable(env)}=${shellWord(`http://127.0.0.1:3000${path}`)} node example.mjs`;
  return mark`## Address

${known}. ${option}, and so does ${span(env)} in the environment:

${shellBlock(line)}${variables}`;
}

/** Returns the variables of the server's URL; empty without any. */
function variablesSection(plan: Plan, className: Code): Markdown {
  const server = serverTemplate(plan);
  const [first] = server?.variables ?? [];
  if (server === undefined || first === undefined) return mark``;
  const rows = server.variables.map(({ name, standard, allowed, description }) => [
    span(name),
    joinMarkdown(allowed.length === 0 ? [mark`any`] : allowed.map((value) => span(value)), ", "),
    span(standard),
    description === undefined ? mark`` : prose(description),
  ]);
  const example = emit`new ${className}({ serverVariables: { ${printKey(first.name)}: ${printString(first.allowed.find((value) => value !== first.standard) ?? first.standard)} } })`;
  return mark`

The URL has variables, which the option \`serverVariables\` sets: ${span(example)}.

${table(["variable", "values", "default", ""], rows)}`;
}
