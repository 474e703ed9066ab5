// What the document says about the client as a whole: its name, where the API is, and how to authenticate.
import type { Json, JsonObject } from "../../document/document.ts";
import { deref, isArray, isObject } from "../../document/pointer.ts";
import { docComment } from "../comment.ts";
import { printKey, printLiteral } from "../literal.ts";
import { toIdentifier } from "../names.ts";
import type { Plan } from "../plan.ts";
import type { SourceForm } from "./print-class.ts";

/** An option that holds a credential. */
export interface Field {
  readonly name: string;
  readonly env: string | undefined;
  readonly description: string | undefined;
}

interface Scheme {
  readonly header: string;
  /** What stands before the credentials. */
  readonly prefix: string;
  readonly fields: readonly Field[];
}

/** The constant `sdk` and the interface `Credentials`. */
export function printSdk(plan: Plan, form: SourceForm): string[] {
  const settings = sdkSettings(plan);
  const members = credentialFields(plan).map(({ name, env, description }) => {
    const source = env === undefined ? undefined : `Taken from \`${env}\` in the environment when left out.`;
    return `${docComment([description, source], "  ")}  readonly ${printKey(name)}?: string | undefined;\n`;
  });
  const comment =
    "/** What the runtime needs to know of this API. spec: /x-sdk, /servers, /components/securitySchemes */";
  return [
    form === "code"
      ? `${comment}\nexport const sdk = ${printLiteral(settings, "", 19)} satisfies ApiSettings;\n`
      : `${comment}\nexport declare const sdk: ApiSettings;\n`,
    `/** Options that say who calls. */\nexport interface Credentials {\n${members.join("")}}\n`,
  ];
}

/** The options that say who calls, each once: several schemes may ask for the same. */
export function credentialFields(plan: Plan): Field[] {
  const fields = schemesOf(plan).flatMap((scheme) => scheme.fields);
  return [...new Map(fields.reverse().map((field) => [field.name, field])).values()].reverse();
}

/** The value of the constant `sdk`. */
export function sdkSettings(plan: Plan): JsonObject {
  const { root } = plan.document;
  const sdk = memberObject(root, "x-sdk");
  const info = memberObject(root, "info");
  const schemes = schemesOf(plan);
  const title = text(info["title"]) ?? "api";
  return {
    client: text(sdk["client"]) ?? "Client",
    baseUrl: baseUrl(root),
    baseUrlEnv: text(memberObject(sdk, "baseUrl")["env"]),
    userAgent: `${token(text(sdk["package"]) ?? title)}/${token(text(info["version"]) ?? "0")}`,
    requestIdHeader: requestIdHeader(plan),
    credentials: schemes.map(({ header, prefix, fields }) => ({
      header,
      prefix,
      fields: fields.map(({ name, env }) => ({ name, env })),
    })),
  };
}

/** The first server with an absolute URL: a relative one is the one that a document came from. */
function baseUrl(root: JsonObject): string | undefined {
  const servers = isArray(root["servers"]) ? root["servers"].filter(isObject) : [];
  const urls = servers.flatMap(({ url, variables }) =>
    typeof url === "string" ? [withDefaults(url, variables)] : [],
  );
  return urls.find((url) => /^https?:\/\//.test(url));
}

function withDefaults(url: string, variables: Json | undefined): string {
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    return (isObject(variable) ? text(variable["default"]) : undefined) ?? "";
  });
}

/** The first header of an answer that is called so. */
function requestIdHeader({ operations }: Plan): string {
  const names = operations.flatMap(({ responses }) =>
    responses.flatMap(({ headers }) => headers.map(({ name }) => name)),
  );
  return names.find((name) => /request-?id$/i.test(name)) ?? "X-Request-Id";
}

/** Those that some operation asks for, in the order of the document. */
function schemesOf({ document: { root }, operations }: Plan): Scheme[] {
  const used = new Set(
    operations.flatMap(({ source }) => source.security.flatMap((requirement) => Object.keys(requirement))),
  );
  const schemes = memberObject(memberObject(root, "components"), "securitySchemes");
  return Object.entries(schemes).flatMap(([name, node]): Scheme[] => {
    const scheme = node === undefined ? undefined : deref(root, node);
    return used.has(name) && isObject(scheme) ? schemeOf(scheme) : [];
  });
}

function schemeOf(node: JsonObject): Scheme[] {
  const { type, scheme, in: place, name } = node;
  const field = (part: string, fallback: string): Field => {
    const given = memberObject(memberObject(node, "x-sdk"), part);
    return {
      name: toIdentifier(text(given["name"]) ?? fallback),
      env: text(given["env"]),
      description: text(node["description"]),
    };
  };
  if (type === "http" && text(scheme)?.toLowerCase() === "basic") {
    return [authorization("Basic ", [field("username", "username"), field("password", "password")])];
  }
  if (type === "http" || type === "oauth2" || type === "openIdConnect") {
    return [authorization("Bearer ", [field("token", "token")])];
  }
  const key = place === "header" ? text(name) : undefined;
  return type === "apiKey" && key !== undefined
    ? [{ header: key, prefix: "", fields: [field("key", "apiKey")] }]
    : [];
}

function authorization(prefix: string, fields: readonly Field[]): Scheme {
  return { header: "Authorization", prefix, fields };
}

/** RFC 9110, section 5.6.2: what the name of a product may consist of. */
function token(words: string): string {
  return words.replace(/[^A-Za-z0-9!#$%&'*+.^_`|~-]+/g, "-");
}

function memberObject(node: JsonObject, key: string): JsonObject {
  const member = node[key];
  return isObject(member) ? member : {};
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
