// The entry `/oauth` of a package, for documents whose API takes access tokens of OAuth 2 or OpenID Connect.
import type { JsonObject } from "../document/document.ts";
import { deref, isObject } from "../document/pointer.ts";
import {
  clientFile,
  clientName,
  type ClientType,
  type ClientValue,
  printClientImports,
} from "../generate/client-runtime.ts";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { headerLine } from "../generate/header.ts";
import { printLiteral, printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { memberObject, sentSchemes, text } from "../generate/resources/credential-schemes.ts";
import { defaultUrl } from "../generate/resources/server-urls.ts";
import type { Modules } from "./runtime-modules.ts";

/** A scheme whose tokens can be fetched. */
export interface OAuthScheme {
  readonly key: string;
  /** The client option for its tokens. */
  readonly option: Code;
  /** The scopes that the document declares. */
  readonly scopes: readonly string[];
  readonly endpoints: Readonly<Record<"tokenUrl" | "refreshUrl" | "openIdConnectUrl", string | undefined>>;
  /** Where a device without a browser gets the code that its user enters elsewhere (RFC 8628). */
  readonly deviceUrl: string | undefined;
}

const oauthToken: ClientValue = { module: "credentials/oauth.ts", name: "oauthToken" };
const types: readonly ClientType[] = [
  { module: "credentials/oauth.ts", type: "OAuthOptions" },
  { module: "credentials/oauth.ts", type: "RenewableToken" },
];

/** Returns the schemes in the order of the document. A flow without user interaction comes first. */
export function oauthSchemes(plan: Plan): OAuthScheme[] {
  const { root } = plan.document;
  const all = memberObject(memberObject(root, "components"), "securitySchemes");
  return sentSchemes(plan).flatMap(({ keys, fields: [field] }) =>
    keys.flatMap((key): OAuthScheme[] => {
      const node = deref(root, all[key] ?? null);
      if (!isObject(node) || field === undefined) return [];
      const { type } = node;
      if (type !== "oauth2" && type !== "openIdConnect") return [];
      const flow = flowOf(memberObject(node, "flows"));
      const url = (member: unknown): string | undefined => absolute(plan, member);
      const endpoints = {
        tokenUrl: url(flow["tokenUrl"]),
        refreshUrl: url(flow["refreshUrl"]),
        openIdConnectUrl: url(node["openIdConnectUrl"]) ?? url(node["oauth2MetadataUrl"]),
      };
      const isKnown = endpoints.tokenUrl !== undefined || endpoints.openIdConnectUrl !== undefined;
      const scopes = Object.keys(memberObject(flow, "scopes"));
      const device = memberObject(memberObject(node, "flows"), "deviceAuthorization");
      const deviceUrl = url(device["deviceAuthorizationUrl"]);
      return isKnown ? [{ key, option: field.name, scopes, endpoints, deviceUrl }] : [];
    }),
  );
}

function flowOf(flows: JsonObject): JsonObject {
  const wanted = ["clientCredentials", "authorizationCode", "deviceAuthorization", "password"];
  const found = wanted
    .map((name) => flows[name])
    .find((flow) => isObject(flow) && flow["tokenUrl"] !== undefined);
  return isObject(found) ? found : {};
}

/** OpenAPI 3.1 allows relative URLs, which are resolved against the server. */
function absolute(plan: Plan, url: unknown): string | undefined {
  const given = text(url as JsonObject[string]);
  const base = defaultUrl(plan);
  if (given === undefined || given === "") return undefined;
  if (URL.canParse(given)) return given;
  return base !== undefined && URL.canParse(given, base) ? new URL(given, base).href : undefined;
}

/** The modules of the entry. */
export interface OAuthModules {
  readonly sources: Modules;
  readonly runtime: readonly string[];
}

export function oauthModules(plan: Plan): OAuthModules {
  const schemes = oauthSchemes(plan);
  const [first] = schemes;
  if (first === undefined) return { sources: new Map(), runtime: [] };
  return {
    sources: new Map([["generated/oauth.ts", printEntry(plan, schemes, first)]]),
    runtime: [clientFile(oauthToken.module)],
  };
}

function printEntry(plan: Plan, schemes: readonly OAuthScheme[], first: OAuthScheme): Code {
  const table = Object.fromEntries(schemes.map(({ key, endpoints }) => [key, endpoints]));
  const names = joinCode(
    schemes.map(({ key }) => printString(key)),
    emit` | `,
  );
  return emit`${headerLine(plan.header)}
${printClientImports(emit`..`, [oauthToken, ...types])}
export { TokenError } from "../client/credentials/oauth.ts";
export type { OAuthOptions, RenewableToken, StoredToken, TokenStore } from "../client/credentials/oauth.ts";

const endpoints = ${printLiteral(table, "", 18)};

/**
 * Access tokens for a client, by client credentials or a refresh token. They are fetched when a call needs
 * one, renewed before they end, and once more if the API rejects one with a 401. Tokens are never logged.
 * Calls reject with a \`TokenError\` if none can be obtained.
 *
 * @param options  \`scheme\` is which of the document's schemes; by default the first
 */
export function oauth(
  options: ${clientName({ module: "credentials/oauth.ts", type: "OAuthOptions" })} & { readonly scheme?: ${names} | undefined },
): ${clientName({ module: "credentials/oauth.ts", type: "RenewableToken" })} {
  return ${clientName(oauthToken)}(endpoints[options.scheme ?? ${printString(first.key)}], options);
}
`;
}
