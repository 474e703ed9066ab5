// Prints the README's sections on authentication and servers: how the credentials of each security scheme are
// set, and which servers there are.
import type { JsonObject } from "../document/document.ts";
import { deref, isObject } from "../document/pointer.ts";
import { type Code, emit } from "../generate/code.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { memberObject, type Scheme, sentSchemes } from "../generate/resources/credential-schemes.ts";
import { defaultUrl, ownServer } from "../generate/resources/server-urls.ts";
import { codeBlock, joinMarkdown, mark, type Markdown, prose, span, table } from "./markdown.ts";
import { text } from "./package-settings.ts";

/** Empty for a document without security requirements. */
export function credentialsSection(plan: Plan, className: Code): Markdown {
  const { root } = plan.document;
  const schemes = sentSchemes(plan);
  const mutual = mutualTls(plan);
  if (schemes.length === 0 && mutual === undefined) return mark``;
  const rows = schemes.flatMap((scheme) =>
    scheme.fields.map(({ name, env }, index) => {
      const description = scheme.fields[0]?.description;
      const own = description === undefined ? [] : [prose(description)];
      const words = index === 0 ? [...explanation(root, scheme), ...own] : [];
      return [span(name), env === undefined ? mark`` : span(env), sentAs(scheme), joinMarkdown(words, " ")];
    }),
  );
  const fromEnv = schemes.some(({ fields }) => fields.some(({ env }) => env !== undefined));
  const note = fromEnv ? mark`; what is left out is taken from the environment` : mark``;
  const options = mark`Options of ${span(`new ${className}({ … })`)}${note}. Each is sent only to operations whose security requirements include it.\n\n${table(["option", "variable", "sent as", ""], rows)}`;
  return joinMarkdown(
    [
      mark`## Credentials`,
      ...(rows.length === 0 ? [] : [options]),
      ...(mutual === undefined ? [] : [mutualSection(mutual, className)]),
    ],
    "\n\n",
  );
}

function sentAs({ in: place, name, prefix }: Scheme): Markdown {
  if (place === "query") return mark`query parameter ${span(name)}`;
  if (place === "cookie") return mark`cookie ${span(name)}`;
  return mark`header ${span(name, prefix === "" ? "" : `: ${prefix.trim()} …`)}`;
}

function explanation(root: JsonObject, { keys, fields: [field] }: Scheme): Markdown[] {
  const nodes = keys.map((key) => schemeNode(root, key));
  const flows = nodes.flatMap((node) =>
    Object.entries(memberObject(node, "flows")).flatMap(([flow, one]) => {
      const url = isObject(one) ? (text(one["tokenUrl"]) ?? text(one["authorizationUrl"])) : undefined;
      return url === undefined ? [] : mark`${prose(flow)} at ${span(url)}`;
    }),
  );
  const connect = nodes.flatMap((node) => text(node["openIdConnectUrl"]) ?? []);
  return [
    ...(flows.length === 0
      ? []
      : [mark`An OAuth 2 access token, to be had by ${joinMarkdown(flows, ", or ")}.`]),
    ...connect.map((url) => mark`A token of OpenID Connect, as ${span(url)} describes it.`),
    ...(field?.renewable === true ? [mark`Or a function that returns it, called before every attempt.`] : []),
  ];
}

/** Returns the description of a scheme that uses client certificates; undefined if none is required. */
function mutualTls({ document: { root }, operations }: Plan): string | undefined {
  const names = operations.flatMap(({ source }) => source.security.flatMap((one) => Object.keys(one)));
  const node = [...new Set(names)]
    .map((name) => schemeNode(root, name))
    .find(({ type }) => type === "mutualTLS");
  return node && (text(node["description"]) ?? "");
}

function mutualSection(description: string, className: Code): Markdown {
  const words = description === "" ? mark`` : mark` ${prose(description)}`;
  return mark`The API requires a client certificate (mutual TLS).${words} It belongs to the connection, so the option \`fetch\` has to provide it; on Node, with [undici](https://undici.nodejs.org):

${codeBlock(
  "js",
  emit`import { Agent, fetch } from "undici";

const dispatcher = new Agent({ connect: { cert, key } });
const client = new ${className}({ fetch: (url, init) => fetch(url, { ...init, dispatcher }) });
`,
)}`;
}

/** Returns where calls are sent, if that differs between operations. */
export function serversSection(plan: Plan, client: ClientPlan): Markdown {
  const { root } = plan.document;
  const rows = client.resources.flatMap(({ property, methods }) =>
    methods.flatMap(({ name, operation }) => {
      const server = ownServer(root, operation);
      return server === undefined ? [] : [[span(`${property}.${name}`), span(server)]];
    }),
  );
  if (rows.length === 0) return mark``;
  const url = defaultUrl(plan);
  const left = url === undefined ? mark`` : mark`, which is ${span(url)} when it is left out`;
  return mark`## Servers

Calls go to \`baseUrl\`${left}. The document declares a server of its own for each of these: they are sent there whatever the client's \`baseUrl\` is. To another host they carry credentials only if the operation itself has security requirements. \`{ baseUrl }\` in the options of a call overrides the server.

${table(["method", "server"], rows)}`;
}

function schemeNode(root: JsonObject, key: string): JsonObject {
  const node = memberObject(memberObject(root, "components"), "securitySchemes")[key];
  const scheme = node === undefined ? undefined : deref(root, node);
  return isObject(scheme) ? scheme : {};
}
