// Settings of the whole client from the document: its name, the URL of the API, and authentication.
import { type Code, emit, joinCode } from "../code.ts";
import { declaredClassName } from "../class-name.ts";
import { docComment } from "../comment.ts";
import { expression, type Literal, printKey, printLiteral } from "../literal.ts";
import type { Plan } from "../plan.ts";
import { credentialFields, memberObject, text } from "./credential-schemes.ts";
import { authorizations, credentialSettings } from "./credential-settings.ts";
import { clientName } from "../client-runtime.ts";
import { defaultUrl } from "./server-urls.ts";

/** The interface `Credentials`. */
export function printCredentials(plan: Plan): Code {
  const members = credentialFields(plan).map(({ name, env, description, renewable }) => {
    const source = env === undefined ? undefined : `Taken from \`${env}\` in the environment when left out.`;
    return emit`${docComment([description, source], "  ")}  readonly ${printKey(name)}?: ${renewable ? emit`Token` : emit`string`} | undefined;\n`;
  });
  return emit`/** Credentials of the caller. */\nexport interface Credentials {\n${members}}\n`;
}

/** Returns the value of the constant `sdk`. */
export function sdkSettings(plan: Plan): Readonly<Record<string, Literal | undefined>> {
  const { root } = plan.document;
  const sdk = memberObject(root, "x-sdk");
  const info = memberObject(root, "info");
  const credentials = credentialSettings(plan);
  const title = text(info["title"]) ?? "api";
  return {
    client: declaredClassName(plan.document) ?? "Client",
    baseUrl: defaultUrl(plan),
    baseUrlEnv: text(memberObject(sdk, "baseUrl")["env"]),
    userAgent: `${token(text(sdk["package"]) ?? title)}/${token(text(info["version"]) ?? "0")}`,
    requestIdHeader: requestIdHeader(plan),
    ...("authorize" in credentials
      ? {
          credentials: [],
          authorize: expression(
            emit`${clientName(authorizations)}(${joinCode(
              credentials.authorize.map((one) => printLiteral(one)),
              emit`, `,
            )})`,
          ),
        }
      : credentials),
  };
}

/** Returns the first response header whose name is that of a request id. */
function requestIdHeader({ operations }: Plan): string {
  const names = operations.flatMap(({ responses }) =>
    responses.flatMap(({ headers }) => headers.map(({ name }) => name)),
  );
  return names.find((name) => /request-?id$/i.test(name)) ?? "X-Request-Id";
}

/** Replaces characters that the name of a product must not contain (RFC 9110, section 5.6.2). */
function token(words: string): string {
  return words.replace(/[^A-Za-z0-9!#$%&'*+.^_`|~-]+/g, "-");
}
