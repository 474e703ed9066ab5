// The README's sections on who calls and where: how each security scheme of the document is given, and which servers there are.
import type { JsonObject } from "../document/document.ts";
import { deref, isObject } from "../document/pointer.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { memberObject, type Scheme, sentSchemes } from "../generate/resources/credential-schemes.ts";
import { defaultUrl, ownServer } from "../generate/resources/server-urls.ts";
import { oneLine, text } from "./package-settings.ts";

/** Empty for a document that asks nobody who calls. */
export function credentialsSection(plan: Plan, className: string): string {
  const { root } = plan.document;
  const schemes = sentSchemes(plan);
  const mutual = mutualTls(plan);
  if (schemes.length === 0 && mutual === undefined) return "";
  const rows = schemes.flatMap((scheme) =>
    scheme.fields.map(({ name, env }, index) => {
      const words = index === 0 ? [...explanation(root, scheme), scheme.fields[0]?.description] : [];
      const more = words.flatMap((part) => (part === undefined ? [] : oneLine(part))).join(" ");
      return `| \`${name}\` | ${env === undefined ? "" : `\`${env}\``} | ${sentAs(scheme)} | ${more.replaceAll("|", "\\|")} |`;
    }),
  );
  const fromEnv = schemes.some(({ fields }) => fields.some(({ env }) => env !== undefined));
  const note = fromEnv ? "; what is left out is taken from the environment" : "";
  const table = `Options of \`new ${className}({ … })\`${note}. Those that are given are sent with every call.\n\n| option | variable | sent as | |\n| --- | --- | --- | --- |\n${rows.join("\n")}`;
  return [
    "## Credentials",
    ...(rows.length === 0 ? [] : [table]),
    ...(mutual === undefined ? [] : [mutualSection(mutual, className)]),
  ].join("\n\n");
}

function sentAs({ in: place, name, prefix }: Scheme): string {
  if (place !== "header") return `${place === "query" ? "query parameter" : "cookie"} \`${name}\``;
  return `header \`${name}${prefix === "" ? "" : `: ${prefix.trim()} …`}\``;
}

function explanation(root: JsonObject, { keys, fields: [field] }: Scheme): string[] {
  const nodes = keys.map((key) => schemeNode(root, key));
  const flows = nodes.flatMap((node) =>
    Object.entries(memberObject(node, "flows")).flatMap(([flow, one]) => {
      const url = isObject(one) ? (text(one["tokenUrl"]) ?? text(one["authorizationUrl"])) : undefined;
      return url === undefined ? [] : `${flow} at \`${url}\``;
    }),
  );
  const connect = nodes.flatMap((node) => text(node["openIdConnectUrl"]) ?? []);
  return [
    ...(flows.length === 0 ? [] : [`An OAuth 2 access token, to be had by ${flows.join(", or ")}.`]),
    ...connect.map((url) => `A token of OpenID Connect, as \`${url}\` describes it.`),
    ...(field?.renewable === true ? ["Or a function that gives it, asked before every attempt."] : []),
  ];
}

/** The description of a scheme that works by certificates; undefined when none is asked for. */
function mutualTls({ document: { root }, operations }: Plan): string | undefined {
  const names = operations.flatMap(({ source }) => source.security.flatMap((one) => Object.keys(one)));
  const node = [...new Set(names)]
    .map((name) => schemeNode(root, name))
    .find(({ type }) => type === "mutualTLS");
  return node && (text(node["description"]) ?? "");
}

function mutualSection(description: string, className: string): string {
  const words = description === "" ? "" : ` ${oneLine(description)}`;
  return `The API asks for a client certificate (mutual TLS).${words} It belongs to the connection, so it is for the option \`fetch\` to bring; on Node, with [undici](https://undici.nodejs.org):

\`\`\`js
import { Agent, fetch } from "undici";

const dispatcher = new Agent({ connect: { cert, key } });
const client = new ${className}({ fetch: (url, init) => fetch(url, { ...init, dispatcher }) });
\`\`\``;
}

/** Where calls go, when that is not the same for all of them. */
export function serversSection(plan: Plan, client: ClientPlan): string {
  const { root } = plan.document;
  const rows = client.resources.flatMap(({ property, methods }) =>
    methods.flatMap(({ name, operation }) => {
      const server = ownServer(root, operation);
      return server === undefined ? [] : `| \`${property}.${name}\` | \`${server}\` |`;
    }),
  );
  if (rows.length === 0) return "";
  const url = defaultUrl(plan);
  return `## Servers

Calls go to \`baseUrl\`${url === undefined ? "" : `, which is \`${url}\` when it is left out`}. The document gives these a server of their own, where they go with their credentials whatever the client's \`baseUrl\` is; \`{ baseUrl }\` in the options of a call sends that call elsewhere.

| method | server |
| --- | --- |
${rows.join("\n")}`;
}

function schemeNode(root: JsonObject, key: string): JsonObject {
  const node = memberObject(memberObject(root, "components"), "securitySchemes")[key];
  const scheme = node === undefined ? undefined : deref(root, node);
  return isObject(scheme) ? scheme : {};
}
