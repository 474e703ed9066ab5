// The README's words on running its example: the variables that it needs, and how it is turned to another server.
import type { Plan } from "../generate/plan.ts";
import { memberObject, sentSchemes } from "../generate/resources/credential-schemes.ts";
import { defaultUrl } from "../generate/resources/server-urls.ts";
import { text } from "./package-settings.ts";

/** How to run the example, with the variables of the first way to say who calls. */
export function runExample(plan: Plan): string {
  const [first] = sentSchemes(plan);
  const variables = (first?.fields ?? []).flatMap(({ env }) => (env === undefined ? [] : `${env}=… `));
  return `Save it as \`example.mjs\`, and run it:\n\n\`\`\`sh\n${variables.join("")}node example.mjs\n\`\`\``;
}

/** Where calls go, and how to send them to another server, such as one on this machine. */
export function addressSection(plan: Plan): string {
  const url = defaultUrl(plan);
  const env = text(memberObject(memberObject(plan.document.root, "x-sdk"), "baseUrl")["env"]);
  const known = url === undefined ? "The document names no server" : `Calls go to \`${url}\``;
  const option =
    url === undefined ? "The option `baseUrl` names it" : "The option `baseUrl` names another server";
  if (env === undefined) return `## Address\n\n${known}. ${option}.`;
  // A server that somebody runs for themselves has its paths where the public one has them.
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, "") : "";
  return `## Address

${known}. ${option}, and so does \`${env}\` in the environment:

\`\`\`sh
${env}=http://127.0.0.1:3000${path} node example.mjs
\`\`\``;
}
