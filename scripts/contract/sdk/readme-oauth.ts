// Prints the README's section on access tokens.
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printKey, printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { codeBlock, joinMarkdown, mark, type Markdown, span } from "./markdown.ts";
import { oauthSchemes } from "./oauth-modules.ts";

/** Maximum number of scopes listed. */
const most = 20;

export function oauthSection(plan: Plan, name: string, className: Code): Markdown {
  const [scheme] = oauthSchemes(plan);
  if (scheme === undefined) return mark``;
  const example = joinCode(
    [
      emit`import { ${className} } from ${printString(name)};`,
      emit`import { oauth } from ${printString(`${name}/oauth`)};`,
      noCode,
      emit`const client = new ${className}({ ${printKey(scheme.option)}: oauth({ clientId: "…", clientSecret: "…" }) });`,
    ],
    emit`\n`,
  );
  const scopes = scheme.scopes.slice(0, most).map((scope) => span(scope));
  const { tokenUrl, openIdConnectUrl } = scheme.endpoints;
  const { deviceUrl } = scheme;
  return mark`## Access tokens

${codeBlock("js", emit`${example}\n`)}

${span(`${name}/oauth`)} fetches tokens ${tokenUrl === undefined ? mark`where ${span(openIdConnectUrl ?? "")} says` : mark`at ${span(tokenUrl)}`} when a call needs one, by client credentials or by a \`refreshToken\`; it renews them before they end, with one request however many calls wait, and once more if the API rejects one with a 401. \`store\` keeps tokens for other processes; \`clientAssertion\` is a function that signs an assertion instead of sending a secret (\`private_key_jwt\`); \`tokenUrl\` is another address, such as one for tests (\`http:\` on this machine only), and \`fetch\` another transport. Calls reject with a \`TokenError\` if no token can be obtained.${
    deviceUrl === undefined
      ? mark``
      : mark`\n\nThe first refresh token of a device without a browser comes from the device flow (RFC 8628), which starts at ${span(deviceUrl)} and is left to the program: pass its \`refresh_token\` as \`refreshToken\`.`
  }${
    scopes.length === 0 ? mark`` : mark`\n\nScopes, for the option \`scopes\`: ${joinMarkdown(scopes, ", ")}.`
  }`;
}
